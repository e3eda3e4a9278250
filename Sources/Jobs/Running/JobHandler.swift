package import OCI

/// What does the work of a type of job.
package protocol JobHandler: Sendable {
    /// The type, with its limits.
    var type: JobType { get }

    /// Does the work of one task from its beginning: an earlier attempt may have done a part.
    ///
    /// Gives what the task's attributes shall say in the end. A cancelled Swift task means that it shall stop: within two
    /// seconds, leaving everything in order. Throws what went wrong, `JobFailure` if trying again won't help,
    /// `JobPostponement` to say when to.
    func run(_ context: JobContext) async throws -> JSONObject
}

/// A failure of a task that no further attempt would mend.
package struct JobFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, for people.
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// Says when a task is to be tried again, in place of its type's backoff.
package struct JobPostponement: Error, Hashable, Sendable, CustomStringConvertible {
    /// What it waits for, or what went wrong, for people.
    package let description: String
    /// How long it waits, up to `Backoff.limit`.
    package let microseconds: Int64
    /// Whether there was an attempt: one that counts against the type's `attempts`.
    package let countsAttempt: Bool

    package init(_ description: String, wait: Duration, countsAttempt: Bool) {
        self.description = description
        let seconds = min(max(wait / .seconds(1), 0), Double(Backoff.limit))
        microseconds = Int64(seconds * 1_000_000)
        self.countsAttempt = countsAttempt
    }
}
