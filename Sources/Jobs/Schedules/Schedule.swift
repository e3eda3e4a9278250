package import Cron
package import OCI
package import Time

/// When something is done again and again.
package struct Schedule: Hashable, Sendable {
    /// Its number.
    package let id: Int64
    /// The kind of work.
    package let vendorType: String
    /// What it is for; 0 for the registry as a whole.
    package let vendorID: Int64
    /// How people chose it: `Hourly`, `Daily`, `Weekly`, `Custom` or `None`.
    package let kind: String
    /// The expression; nil for `None`.
    package let cron: CronExpression?
    /// What the executions that it makes are told to do.
    package let parameters: JSONObject
    /// Whether a firing that was missed happens as soon as it can; otherwise it is left out.
    package let catchesUp: Bool
    /// Whether it doesn't fire, as all schedules then don't.
    package let isPaused: Bool
    /// When it fires next; nil if never.
    package let nextAt: Timestamp?
    /// When people changed it last.
    package let updatedAt: Timestamp
    /// When it was made.
    package let createdAt: Timestamp
}

/// When a schedule fires, decided by one clock's time alone.
///
/// That clock may jump. A firing that was missed, because no process ran or the clock went ahead, happens once or is
/// skipped. After a jump back nothing fires again that has fired, unless the jump was so large that the schedule would
/// otherwise stand still for long.
struct FiringPlan: Hashable, Sendable {
    /// What becomes of a schedule at a moment.
    struct Step: Hashable, Sendable {
        let fires: Bool
        /// When it fires next; nil if never.
        let nextAt: Timestamp?

        /// It doesn't fire, neither now nor later.
        static let never = Step(fires: false, nextAt: nil)
    }

    let cron: CronExpression
    let catchesUp: Bool
    /// When it is to fire next; nil if never.
    let nextAt: Timestamp?
    /// What the clock showed when that was planned.
    let plannedAt: Timestamp

    /// A firing this late isn't called missed, in seconds.
    static let tolerance: Int64 = 60
    /// What was planned later than this in the future was planned by a clock that was wrong, in seconds.
    static let largeJump: Int64 = 3600

    /// What becomes of it now; nil if nothing.
    func step(now: Timestamp) -> Step? {
        if plannedAt > now {
            let isSmall = plannedAt <= now.advanced(bySeconds: Self.largeJump)
            return Step(fires: false, nextAt: isSmall ? nextAt : cron.next(after: now))
        }
        guard let nextAt, nextAt <= now else { return nil }
        let isLate = nextAt.advanced(bySeconds: Self.tolerance) < now
        return Step(fires: catchesUp || !isLate, nextAt: cron.next(after: now))
    }
}
