import Synchronization

/// Sees to it that targets which don't answer hold up no others.
///
/// A target that answered its last delivery promptly may have half of the lane at once; one that didn't, or that is new,
/// one delivery, and all of those together the other half. So some of the lane is always free for targets that answer,
/// whatever the others do. A delivery that finds no room waits in the queue, each of a target behind the one before it.
package final class DeliveryGate: Sendable {
    /// What becomes of a delivery that is about to go out.
    enum Entrance: Hashable {
        /// It goes out, and leaves afterwards.
        case open
        /// It comes again after this time.
        case busy(Duration)
    }

    private struct Target {
        var running = 0
        var isPrompt = false
        /// What a delivery takes of late.
        var usual = Duration.milliseconds(100)
        /// When the next one may go out at the earliest.
        var rest: ContinuousClock.Instant?
        /// Until when places are taken by those that were turned away.
        var bookedUntil: ContinuousClock.Instant?
    }

    /// A target whose answers take longer than this isn't prompt.
    private static let promptness = Duration.seconds(2)
    private static let longestWait = Duration.seconds(600)
    private static let shortestWait = Duration.milliseconds(200)
    private static let maximumTargets = 1000
    private let size: Int
    private let perTarget: Int
    private let pause: Duration
    private let targets = Mutex<[String: Target]>([:])

    /// A gate for a lane of `size` deliveries at once, of which one target gets `perTarget` at most, with a pause between
    /// two deliveries to the same one.
    package init(size: Int, perTarget: Int? = nil, pause: Duration = .zero) {
        self.size = size
        self.perTarget = perTarget ?? max(1, size / 2)
        self.pause = pause
    }

    /// Asks for a place for a delivery to a target.
    func enter(_ name: String, at now: ContinuousClock.Instant = .now) -> Entrance {
        targets.withLock { targets in
            if targets.count >= Self.maximumTargets { Self.forgetIdle(&targets) }
            var target = targets[name] ?? Target()
            defer { targets[name] = target }
            let slow = targets.values.reduce(0) { $0 + ($1.isPrompt ? 0 : $1.running) }
            let limit = target.isPrompt ? perTarget : 1
            let isRested = target.rest.map { $0 <= now } ?? true
            if isRested, target.running < limit, target.isPrompt || slow < max(1, size / 2) {
                target.running += 1
                return .open
            }
            let start = max(now, target.rest ?? now, target.bookedUntil ?? now)
            let end = min(start + max(target.usual / limit, pause, .milliseconds(10)), now + Self.longestWait)
            target.bookedUntil = end
            return .busy(max(end - now, Self.shortestWait))
        }
    }

    /// Gives a place back; `answered`: whether the target has answered.
    func leave(
        _ name: String, answered: Bool, after duration: Duration, at now: ContinuousClock.Instant = .now
    ) {
        targets.withLock { targets in
            guard var target = targets[name] else { return }
            target.running = max(0, target.running - 1)
            target.isPrompt = answered && duration <= Self.promptness
            target.usual = (target.usual * 3 + duration) / 4
            target.rest = now + pause
            if target.isPrompt { target.bookedUntil = nil }
            targets[name] = target
        }
    }

    private static func forgetIdle(_ targets: inout [String: Target]) {
        targets = targets.filter { $0.value.running > 0 }
    }
}
