package import SQL

/// Counts anew what projects hold, and puts right what the ledger says where it differs.
///
/// Pushes and deletions go on meanwhile. A project that is right costs one statement. First the list of its content is
/// mended, as a push or a deletion would write it and under the same locks; then the difference to it is paid at once, so
/// that usage is never more than it was or has to be.
package struct RecalculationService: Sendable {
    private static let projectsAtOnce = 200
    private static let candidates = 10_000
    private static let batch = 500
    /// A project whose content changes faster than it is repaired is left to the next run.
    private static let maximumRounds = 1000
    private let database: any Database

    package init(database: any Database) { self.database = database }

    /// Goes through all projects; with `isDryRun` nothing is changed. `observe` learns of each project that was wrong,
    /// and of the figures so far. Throws `DatabaseError`, and `CancellationError` if the Swift task is cancelled.
    package func run(
        isDryRun: Bool = false, observe: @Sendable (RecalculationReport, UsageDrift?) -> Void = { _, _ in }
    ) async throws -> RecalculationReport {
        var report = RecalculationReport()
        report.isDryRun = isDryRun
        report.projects = try await database.read { try RecalculationStore.count(on: $0) }
        var last: Int64 = 0
        while true {
            let after = last
            let projects = try await database.read {
                try RecalculationStore.projects(after: after, limit: Self.projectsAtOnce, on: $0)
            }
            guard let end = projects.last else { return report }
            for project in projects {
                try Task.checkCancellation()
                let drift = try await recalculate(project, isDryRun: isDryRun)
                report.add(drift)
                observe(report, drift)
            }
            last = end.id
        }
    }

    /// Compares a project and repairs it; nil if it was right.
    private func recalculate(_ project: RecalculationStore.Project, isDryRun: Bool) async throws -> UsageDrift? {
        let found = try await database.read { try RecalculationStore.compare(projectID: project.id, on: $0) }
        if found.isRight { return nil }
        let drift = UsageDrift(
            projectID: project.id, projectName: project.name, used: found.used, counted: found.counted,
            isContentWrong: !found.isContentWhole)
        if isDryRun { return drift }
        if !found.isContentWhole {
            try await complete(project.id)
            try await release(project.id)
        }
        try await database.write { try RecalculationStore.settle(projectID: project.id, on: $0) }
        return drift
    }

    private func complete(_ projectID: Int64) async throws {
        for _ in 0..<Self.maximumRounds {
            let artifacts = try await database.read {
                try RecalculationStore.incompleteArtifacts(projectID: projectID, limit: Self.candidates, on: $0)
            }
            if artifacts.isEmpty { return }
            for part in artifacts.chunks(of: Self.batch) {
                try Task.checkCancellation()
                try await database.write { try RecalculationStore.complete(part, projectID: projectID, on: $0) }
            }
        }
    }

    private func release(_ projectID: Int64) async throws {
        for _ in 0..<Self.maximumRounds {
            let digests = try await database.read {
                try RecalculationStore.unneeded(projectID: projectID, limit: Self.candidates, on: $0)
            }
            if digests.isEmpty { return }
            for part in digests.sorted().chunks(of: Self.batch) {
                try Task.checkCancellation()
                _ = try await database.write { try ContentStore.release(part, projectID: projectID, on: $0) }
            }
        }
    }
}
