/// What a collection removed, or would remove.
package struct CollectionReport: Sendable, Equatable, Codable {
    /// Nothing was changed.
    package var isDryRun = false
    /// Artifacts that nothing named; they are in the trash.
    package var removedArtifacts = 0
    /// Upload sessions that had expired.
    package var expiredUploads = 0
    /// Entries of the trash whose time was over.
    package var purgedTrash = 0
    /// Links of repositories to blobs that no artifact there uses.
    package var removedLinks = 0
    /// How many blobs there were to remove when they had been counted; 0 before.
    package var totalBlobs = 0
    /// Blobs that nothing referred to.
    package var removedBlobs = 0
    /// Their bytes.
    package var freedBytes: Int64 = 0
    /// Objects and unfinished objects in the storage that nothing knows.
    package var removedOrphans = 0
    /// Their bytes.
    package var orphanBytes: Int64 = 0
    /// Objects that could not be deleted; the next run tries again.
    package var failures = 0

    package init() {}
}

/// What a collection is busy with.
package enum CollectionStep: String, Sendable {
    case untagged
    case uploads
    case links
    case counting
    case blobs
    case orphans
    case finished

    /// The step in words.
    package var description: String {
        switch self {
        case .untagged: "removing artifacts that nothing names"
        case .uploads: "removing expired uploads and what was in the trash long enough"
        case .links: "removing links to blobs that no artifact uses"
        case .counting: "counting what can be removed"
        case .blobs: "removing blobs that nothing refers to"
        case .orphans: "looking for objects that nothing knows"
        case .finished: "finished"
        }
    }
}

/// Learns what a collection does and has done so far.
package typealias CollectionObserver = @Sendable (CollectionStep, CollectionReport) -> Void
