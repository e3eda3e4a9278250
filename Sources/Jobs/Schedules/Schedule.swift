package import Cron
package import OCI
package import Time

/// When something is done again and again.
package struct Schedule: Hashable, Sendable {
    package let id: Int64
    /// The kind of work.
    package let vendorType: String
    /// What it is for; 0 for the registry as a whole.
    package let vendorID: Int64
    /// How people chose it: `Hourly`, `Daily`, `Weekly`, `Custom` or `None`.
    package let kind: String
    /// The expression; nil for `None`.
    package let cron: CronExpression?
    package let parameters: JSONObject
    package let isPaused: Bool
    /// When it fires next; nil if never.
    package let nextAt: Timestamp?
    package let updatedAt: Timestamp
    package let createdAt: Timestamp
}

/// When a schedule fires, decided by the clock's time alone.
///
/// The clock may jump. A firing that was missed, because no process ran or the clock went ahead, happens once or is
/// skipped. After a jump back the plan is made anew, and what has fired isn't fired again unless the jump was large.
struct FiringPlan: Hashable, Sendable {
    let cron: CronExpression
    let catchesUp: Bool
    /// When it was to fire next, as was planned last.
    let nextAt: Timestamp?
    /// When it fired last.
    let lastAt: Timestamp?

    /// A firing this late isn't called missed, in seconds.
    static let tolerance: Int64 = 60
    /// What fired later than this in the future was fired by a clock that was wrong, in seconds.
    static let largeJump: Int64 = 3600

    /// Whether it fires now, and when next.
    func step(now: Timestamp) -> (fires: Bool, nextAt: Timestamp?) {
        let following = cron.next(after: now)
        guard let nextAt else { return (false, following) }
        if nextAt > now {
            let isSoonest = following.map { nextAt <= $0 } ?? true
            return (false, isSoonest || hasFired(after: now) ? nextAt : following)
        }
        // Planned anew by a process whose clock is behind the one that fired since.
        if let lastAt, lastAt <= now, nextAt <= lastAt { return (false, following) }
        let isLate = nextAt.advanced(bySeconds: Self.tolerance) < now
        return (catchesUp || !isLate, following)
    }

    private func hasFired(after now: Timestamp) -> Bool {
        guard let lastAt else { return false }
        return lastAt > now && lastAt <= now.advanced(bySeconds: Self.largeJump)
    }
}
