package import Jobs
package import OCI

/// Counts anew what projects hold, as a job: on demand or on a schedule, one at a time in all processes.
///
/// Its parameter is `dry_run`.
package struct QuotaRecalculationJob: JobHandler {
    /// The name of the job; Harbor has none for it.
    package static let name = "QUOTA_RECALCULATION"
    package let type = JobType(Self.name, perCluster: 1, attempts: 3, keptExecutions: 10)
    private let service: RecalculationService

    package init(service: RecalculationService) { self.service = service }

    package func run(_ context: JobContext) async throws -> JSONObject {
        let isDryRun = context.task.parameters["dry_run"]?.bool ?? false
        let report = try await service.run(isDryRun: isDryRun) { report, drift in
            if let drift { context.note(drift.line(isDryRun: isDryRun)) }
            context.report(report.jobAttributes)
        }
        context.note("counted \(report.counted) projects, \(report.wrong) were wrong, by \(report.drift) bytes")
        return report.jobAttributes
    }
}

extension RecalculationReport {
    /// The figures as a task's attributes.
    package var jobAttributes: JSONObject {
        [
            "total_projects": .integer(Int64(projects)), "counted_projects": .integer(Int64(counted)),
            "corrected_projects": .integer(Int64(wrong)), "corrected_bytes": .integer(drift),
        ]
    }
}

extension UsageDrift {
    /// What was found, and done, in words.
    func line(isDryRun: Bool) -> String {
        let verb = isDryRun ? "would change" : "changed"
        let cause = isContentWrong ? "; the list of its content was wrong" : ""
        return "project \(projectName) holds \(counted) bytes, its usage said \(used): \(verb) by \(bytes)\(cause)"
    }
}
