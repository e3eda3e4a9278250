import Events
import OCI
import SQL
import Time

/// What those are told who want to know that a policy has run: Harbor's `retention` object.
enum RetentionEvent {
    /// Most deleted artifacts that are named, and most pages that they are looked for in.
    private static let (mostNames, mostPages) = (100, 20)

    /// Writes the event of a run if anybody wants to be told of it.
    static func write(
        _ run: RetentionRun, counts: RetentionCounts, trigger: String, now: Timestamp,
        on connection: any SQLConnection
    ) throws {
        let projectID = run.policy.projectID
        guard try EventStore.isWanted(.retentionFinished, projectID: projectID, on: connection),
            let project = try connection.query("SELECT name FROM project WHERE id = \(projectID)").first?.text("name")
        else { return }
        let deleted = try deletedNames(run, on: connection)
        let attributes: JSONObject = [
            "total": .integer(counts.total), "retained": .integer(counts.retained), "project_name": .string(project),
            "retention_policy_id": .integer(run.policyID), "retention_rule": run.policy.json["rules"] ?? [],
            "result": "SUCCESS",
            "deleted_artifact": .array(
                deleted.map { ["type": "image", "status": "SUCCESS", "name_tag": .string($0)] }),
        ]
        try EventStore.insert(
            [
                NewEvent(
                    .retentionFinished, projectID: projectID, operatorName: trigger, occurredAt: now,
                    content: EventContent(attributes: attributes))
            ], on: connection)
    }

    /// The names of what was deleted, as Harbor writes them: without the project.
    private static func deletedNames(_ run: RetentionRun, on connection: any SQLConnection) throws -> [String] {
        let pages = try CandidatePageStore.withDeletions(
            of: run.executionID, limit: mostPages, on: connection)
        var names: [String] = []
        for (repository, candidates) in pages {
            for candidate in candidates where candidate.decision.outcome == .delete && names.count < mostNames {
                let end = candidate.tags.first.map { ":\($0)" } ?? "@\(candidate.digest)"
                names.append("\(repository)\(end)")
            }
        }
        return names
    }
}
