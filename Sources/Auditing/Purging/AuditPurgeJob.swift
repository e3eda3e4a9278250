package import Jobs
package import OCI

/// Purges the audit log as a job: on demand or on a schedule, one at a time in all processes.
///
/// Parameters, as Harbor's: `audit_retention_hour`, `include_event_types` (separated by commas; none: nothing goes),
/// `dry_run`. Beyond Harbor's, `*` among the kinds stands for all.
package struct AuditPurgeJob: JobHandler {
    /// Harbor's name of the job.
    package static let name = "PURGE_AUDIT_LOG"
    package let type = JobType(Self.name, perCluster: 1, attempts: 3, keptExecutions: 10)
    private let service: AuditPurgeService

    package init(service: AuditPurgeService) { self.service = service }

    package func run(_ context: JobContext) async throws -> JSONObject {
        let purge = try AuditPurge(jobParameters: context.task.parameters)
        let kinds = purge.eventTypes.map { $0.isEmpty ? "none" : $0.joined(separator: ", ") } ?? "all"
        context.note("entries older than \(purge.retentionHours) hours, kinds: \(kinds)")
        // What an attempt before this one removed is gone: this one goes on, and counts on.
        let before = purge.isDryRun ? 0 : Int(clamping: context.task.attributes["purged_record"]?.integer ?? 0)
        let removed =
            before
            + (try await service.run(purge) {
                context.report(["purged_record": .integer(Int64(before + $0))])
            })
        context.note(purge.isDryRun ? "would remove \(removed) entries" : "removed \(removed) entries")
        return ["purged_record": .integer(Int64(removed))]
    }
}

extension AuditPurge {
    /// Reads a purge from a job's parameters; throws `JobFailure` if it says no age.
    init(jobParameters: JSONObject) throws {
        guard let hours = jobParameters["audit_retention_hour"]?.integer, hours > 0 else {
            throw JobFailure("audit_retention_hour is missing")
        }
        let types = jobParameters["include_event_types"]?.string?.split(separator: ",").map(String.init) ?? []
        self.init(
            retentionHours: hours, eventTypes: types.contains("*") ? nil : types,
            isDryRun: jobParameters["dry_run"]?.bool ?? false)
    }
}
