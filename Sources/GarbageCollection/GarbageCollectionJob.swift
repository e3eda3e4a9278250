package import Jobs
package import OCI
import Synchronization

/// Collects garbage as a job: on demand or on a schedule, one at a time in all processes.
///
/// Parameters, as Harbor's: `dry_run`, `delete_untagged`; beyond them `grace_seconds`.
package struct GarbageCollectionJob: JobHandler {
    /// Harbor's name of the job.
    package static let name = "GARBAGE_COLLECTION"
    package let type = JobType(Self.name, perCluster: 1, attempts: 3)
    private let service: GarbageCollectionService

    package init(service: GarbageCollectionService) { self.service = service }

    package func run(_ context: JobContext) async throws -> JSONObject {
        let policy = CollectionPolicy(jobParameters: context.task.parameters)
        let step = Mutex<CollectionStep?>(nil)
        let report = try await service.run(policy) { current, report in
            let isNew = step.withLock { step in
                defer { step = current }
                return step != current
            }
            if isNew, current != .finished { context.note(current.rawValue) }
            context.report(report.jobAttributes)
        }
        for line in report.lines { context.note(line) }
        return report.jobAttributes
    }
}

extension CollectionPolicy {
    /// Reads a policy from a job's parameters; what isn't said has the usual value.
    package init(jobParameters: JSONObject) {
        self.init(
            gracePeriod: jobParameters["grace_seconds"]?.integer ?? 86_400,
            removesUntagged: jobParameters["delete_untagged"]?.bool ?? false,
            isDryRun: jobParameters["dry_run"]?.bool ?? false)
    }
}

extension CollectionReport {
    /// The figures, with Harbor's names where it has them.
    package var jobAttributes: JSONObject {
        [
            "freed_space": .integer(freedBytes + orphanBytes), "purged_blobs": .integer(Int64(removedBlobs)),
            "purged_manifests": .integer(Int64(removedArtifacts)), "purged_links": .integer(Int64(removedLinks)),
            "purged_uploads": .integer(Int64(expiredUploads)), "purged_trash": .integer(Int64(purgedTrash)),
            "purged_orphans": .integer(Int64(removedOrphans)), "failures": .integer(Int64(failures)),
        ]
    }

    /// The figures in words, for the end of the log.
    var lines: [String] {
        let verb = isDryRun ? "would remove" : "removed"
        return [
            "\(verb) \(removedArtifacts) artifacts that nothing names",
            "\(verb) \(expiredUploads) expired uploads, \(purgedTrash) entries of the trash, \(removedLinks) links",
            "\(verb) \(removedBlobs) blobs, \(freedBytes) bytes",
            "\(verb) \(removedOrphans) objects that nothing knows, \(orphanBytes) bytes",
        ] + (failures > 0 ? ["\(failures) objects could not be deleted; the next run tries again"] : [])
    }
}
