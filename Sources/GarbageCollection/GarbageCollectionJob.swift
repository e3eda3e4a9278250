import Catalog
package import Jobs
package import OCI
import Synchronization

/// Collects garbage as a job: on demand or on a schedule, one such job at a time in all processes. A collection that a
/// command begins runs beside it, which harms neither.
///
/// Parameters, as Harbor's: `dry_run`, `delete_untagged`, `workers`; beyond them `grace_seconds` and
/// `delete_untagged_indexes`, which is as `delete_untagged` if it isn't said.
package struct GarbageCollectionJob: JobHandler {
    /// Harbor's name of the job.
    package static let name = "GARBAGE_COLLECTION"
    package let type = JobType(Self.name, perCluster: 1, attempts: 3)
    private let service: GarbageCollectionService

    package init(service: GarbageCollectionService) { self.service = service }

    package func run(_ context: JobContext) async throws -> JSONObject {
        let policy = CollectionPolicy(jobParameters: context.task.parameters)
        // What an attempt before this one removed is gone: this one goes on, and counts on.
        let begun = policy.isDryRun ? CollectionReport() : CollectionReport(jobAttributes: context.task.attributes)
        let step = Mutex<CollectionStep?>(nil)
        let report = try await service.run(policy, continuing: begun) { current, report in
            let isNew = step.withLock { step in
                defer { step = current }
                return step != current
            }
            if isNew, current != .finished { context.note(current.description) }
            context.report(report.jobAttributes(at: current))
        }
        for line in report.lines { context.note(line) }
        return report.jobAttributes(at: .finished)
    }
}

extension CollectionPolicy {
    /// Reads a policy from a job's parameters; what isn't said has the usual value.
    package init(jobParameters: JSONObject) {
        let images = jobParameters["delete_untagged"]?.bool ?? false
        let indexes = jobParameters["delete_untagged_indexes"]?.bool ?? images
        self.init(
            gracePeriod: jobParameters["grace_seconds"]?.integer ?? 86_400,
            untagged: (images ? .images : UntaggedKinds()).union(indexes ? .indexes : UntaggedKinds()),
            workers: Int(clamping: jobParameters["workers"]?.integer ?? 1),
            isDryRun: jobParameters["dry_run"]?.bool ?? false)
    }
}

extension CollectionReport {
    /// The figures, with Harbor's names where it has them, and what the collection is busy with.
    package func jobAttributes(at step: CollectionStep) -> JSONObject {
        [
            "step": .string(step.rawValue), "total_blobs": .integer(Int64(totalBlobs)),
            "freed_space": .integer(freedBytes + orphanBytes), "purged_blobs": .integer(Int64(removedBlobs)),
            "purged_manifests": .integer(Int64(removedArtifacts)), "purged_links": .integer(Int64(removedLinks)),
            "purged_uploads": .integer(Int64(expiredUploads)), "purged_trash": .integer(Int64(purgedTrash)),
            "purged_orphans": .integer(Int64(removedOrphans)), "orphan_space": .integer(orphanBytes),
            "failures": .integer(Int64(failures)),
        ]
    }

    /// Reads what an attempt before this one has done.
    init(jobAttributes: JSONObject) {
        func number(_ name: String) -> Int64 { jobAttributes[name]?.integer ?? 0 }
        self.init()
        orphanBytes = number("orphan_space")
        freedBytes = number("freed_space") - orphanBytes
        removedBlobs = Int(number("purged_blobs"))
        removedArtifacts = Int(number("purged_manifests"))
        removedLinks = Int(number("purged_links"))
        expiredUploads = Int(number("purged_uploads"))
        purgedTrash = Int(number("purged_trash"))
        removedOrphans = Int(number("purged_orphans"))
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
