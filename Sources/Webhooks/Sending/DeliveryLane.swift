/// Who a delivery is for.
package struct DeliveryParty: Hashable, Sendable {
    /// The target's whole address.
    let target: String
    /// Scheme, host and port.
    let server: String
    /// The project of the policy; 0: the registry's own.
    let projectID: Int64

    package init(target: String, server: String, projectID: Int64) {
        self.target = target
        self.server = server
        self.projectID = projectID
    }
}

/// The places of a process for deliveries, as a state machine without a clock: who may go out now, and who waits how long.
///
/// Whoever takes a place may hang for a minute, and nobody can tell before. So places are given such that some stay for
/// others: all are shared by everybody, half of them may go to targets that aren't known to answer promptly, a quarter to
/// targets that are known not to. In each of these shares a server may take as many places as it leaves free, a project
/// twice as many, and the last quarter is for projects that have none. A target that isn't known to be prompt gets one at
/// a time.
package struct DeliveryLane: Sendable {
    /// What becomes of a delivery that is about to go out.
    package enum Entrance: Hashable, Sendable {
        /// It has the place of this number, until it leaves.
        case open(Int)
        /// It comes again after this time.
        case busy(Duration)
    }

    /// A target whose answers take longer than this isn't prompt.
    package static let promptness = Duration.seconds(2)
    private static let longestWait = Duration.seconds(600)
    private static let shortestWait = Duration.milliseconds(200)
    private static let maximumTargets = 1000

    /// What is known of how a target answers; the order is that of the trust in it.
    private enum Standing: Int {
        case slow
        case unknown
        case prompt
    }

    private struct Place {
        let party: DeliveryParty
        /// The standing of the target when it took the place.
        let standing: Standing
        let since: ContinuousClock.Instant
    }

    private struct History {
        var standing = Standing.unknown
        /// What a delivery takes of late.
        var usual = Duration.milliseconds(100)
        /// When the next one may go out at the earliest.
        var rest: ContinuousClock.Instant?
        /// Until when places are taken by those that were turned away.
        var bookedUntil: ContinuousClock.Instant?
        var lastUse: ContinuousClock.Instant
    }

    private let size: Int
    private let perTarget: Int
    private let pause: Duration
    private var places: [Int: Place] = [:]
    private var histories: [String: History] = [:]
    private var lastNumber = 0

    /// A lane of `size` deliveries at once, of which one target gets `perTarget` at most, with a pause between two
    /// deliveries to the same one.
    package init(size: Int, perTarget: Int? = nil, pause: Duration = .zero) {
        self.size = size
        self.perTarget = perTarget ?? max(1, size / 2)
        self.pause = pause
    }

    /// Asks for a place.
    package mutating func enter(_ party: DeliveryParty, at now: ContinuousClock.Instant) -> Entrance {
        if histories.count >= Self.maximumTargets { forgetIdle() }
        var history = histories[party.target] ?? History(lastUse: now)
        history.lastUse = now
        defer { histories[party.target] = history }
        let own = places.values.filter { $0.party.target == party.target }
        let isHanging = own.contains { now - $0.since > Self.promptness }
        let standing = isHanging ? .slow : history.standing
        let limit = standing == .prompt ? perTarget : 1
        if (history.rest ?? now) <= now, own.count < limit, hasRoom(for: party, standing) {
            lastNumber += 1
            places[lastNumber] = Place(party: party, standing: standing, since: now)
            return .open(lastNumber)
        }
        let start = max(now, history.rest ?? now, history.bookedUntil ?? now)
        let end = min(start + max(history.usual / limit, pause, .milliseconds(10)), now + Self.longestWait)
        history.bookedUntil = end
        return .busy(max(end - now, Self.shortestWait))
    }

    /// Gives a place back; `answered`: whether the target has answered.
    package mutating func leave(_ number: Int, answered: Bool, at now: ContinuousClock.Instant) {
        guard let place = places.removeValue(forKey: number) else { return }
        let (name, duration) = (place.party.target, now - place.since)
        var history = histories[name] ?? History(lastUse: now)
        history.standing = answered && duration <= Self.promptness ? .prompt : .slow
        history.usual = (history.usual * 3 + duration) / 4
        history.rest = now + pause
        if history.standing == .prompt { history.bookedUntil = nil }
        histories[name] = history
    }

    /// Whether every share that counts for the standing has a place that the server and the project may take.
    private func hasRoom(for party: DeliveryParty, _ standing: Standing) -> Bool {
        let shares: [(most: Standing, size: Int)] = [
            (.prompt, size), (.unknown, max(1, size / 2)), (.slow, max(1, size / 4)),
        ]
        return shares.allSatisfy { share in
            guard standing.rawValue <= share.most.rawValue else { return true }
            let taken = places.values.filter { $0.standing.rawValue <= share.most.rawValue }.map(\.party)
            let free = share.size - taken.count
            let ofProject = taken.count { $0.projectID == party.projectID }
            guard ofProject > 0 else { return free > 0 }
            let ofServer = taken.count { $0.server == party.server }
            return free > share.size / 4 && ofServer < free && ofProject < 2 * free
        }
    }

    /// Forgets the half of the targets that were used longest ago, but none that has a place.
    private mutating func forgetIdle() {
        let held = Set(places.values.map(\.party.target))
        let oldest = histories.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(histories.count / 2)
        for (name, _) in oldest where !held.contains(name) { histories[name] = nil }
    }
}
