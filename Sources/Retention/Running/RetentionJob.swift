package import Jobs
package import OCI

/// Runs a policy as a job: on demand or on its schedule.
package struct RetentionJob: JobHandler {
    /// Harbor's name of the job.
    package static let name = "RETENTION"
    package let type = JobType(Self.name, perNode: 2, attempts: 3)
    private let executor: RetentionExecutor

    package init(executor: RetentionExecutor) { self.executor = executor }

    /// The execution of a policy.
    package static func execution(
        ofPolicy id: Int64, trigger: ExecutionTrigger, isDryRun: Bool
    ) -> NewExecution {
        let parameters: JSONObject = [
            "policy_id": .integer(id), "dry_run": .bool(isDryRun), "trigger": .string(trigger.rawValue),
        ]
        return NewExecution(
            vendorType: name, vendorID: id, trigger: trigger, attributes: parameters,
            tasks: [NewTask(type: name, parameters: parameters)])
    }

    package func run(_ context: JobContext) async throws -> JSONObject {
        let isDryRun = context.task.parameters["dry_run"]?.bool ?? false
        context.note(isDryRun ? "dry run: nothing is deleted" : "what no rule keeps is deleted")
        let progress = try await executor.run(
            context.task.executionID, policyID: context.task.parameters["policy_id"]?.integer ?? 0,
            isDryRun: isDryRun, trigger: context.task.parameters["trigger"]?.string ?? "",
            observe: { context.report($0.attributes) })
        let counts = progress.counts
        let verb = isDryRun ? "would delete" : "deleted"
        context.note(
            "\(verb) \(counts.deleted), kept \(counts.retained) of \(counts.total) in \(progress.repositories) repositories"
        )
        return progress.attributes
    }
}
