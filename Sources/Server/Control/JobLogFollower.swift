import FoundationEssentials

/// Reads the log of a job part by part, to its end or for as long as it grows.
package struct JobLogFollower: Sendable {
    /// Between two looks at a log that grows.
    private static let pause = Duration.milliseconds(500)
    private let runner: CommandRunner
    private let execution: Int64
    private let task: Int64?

    /// The log of a task of an execution, of its first one without a number.
    package init(_ runner: CommandRunner, execution: Int64, task: Int64?) {
        self.runner = runner
        self.execution = execution
        self.task = task
    }

    /// Gives each part to `receive`; with `isFollowing` until the task has ended. Gives the outcome of the command that
    /// failed, if one did; throws as `CommandRunner.run` does.
    package func run(isFollowing: Bool, _ receive: (JobLogPart) -> Void) async throws -> ControlOutcome? {
        var (position, isFurther) = (Int64(0), false)
        while true {
            let outcome = try await runner.run(
                .job(.log(execution: execution, task: task, after: position, isFurther: isFurther)))
            guard outcome.exitCode == 0 else { return outcome }
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let part = try decoder.decode(JobLogPart.self, from: Data(outcome.output.utf8))
            receive(part)
            (position, isFurther) = (part.position, true)
            if part.text.isEmpty {
                // Nothing works on the jobs of a registry that is stopped.
                guard isFollowing, !part.isOver, runner.isServed else { return nil }
                try await Task.sleep(for: Self.pause)
            }
        }
    }
}
