package import OCI

/// What does the work of a type of job.
package protocol JobHandler: Sendable {
    /// The type, with its limits.
    var type: JobType { get }

    /// Does the work of one task from its beginning: an earlier attempt may have done a part.
    ///
    /// Gives what the task's attributes shall say in the end. A cancelled Swift task means that it shall stop: within two
    /// seconds, leaving everything in order. Throws what went wrong, `JobFailure` if trying again won't help.
    func run(_ context: JobContext) async throws -> JSONObject
}

/// A failure of a task that no further attempt would mend.
package struct JobFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, for people.
    package let description: String

    package init(_ description: String) { self.description = description }
}
