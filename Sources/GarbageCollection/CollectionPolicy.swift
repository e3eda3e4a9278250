package import Catalog

/// What a collection may remove, and how fast.
package struct CollectionPolicy: Sendable {
    /// Seconds for which a blob that no artifact uses is kept after its last upload, mount or HEAD.
    package var gracePeriod: Int64
    /// Seconds after which an upload session that nobody touches expires.
    package var uploadLifetime: Int64
    /// Which of the artifacts that no tag, no index and no subject names are deleted first; they go to the trash.
    package var untagged: UntaggedKinds
    /// How many batches are deleted from the storage at a time, 1 to 10.
    package var workers: Int
    /// Nothing is changed, only counted.
    package var isDryRun: Bool

    /// The numbers of workers that make sense.
    package static let workerRange = 1...10
    /// Objects that the database doesn't know are left alone for so long, whatever the grace period is.
    static let minimumOrphanAge: Int64 = 900

    package init(
        gracePeriod: Int64 = 86_400, uploadLifetime: Int64 = 86_400, untagged: UntaggedKinds = [], workers: Int = 1,
        isDryRun: Bool = false
    ) {
        self.gracePeriod = max(0, gracePeriod)
        self.uploadLifetime = max(0, uploadLifetime)
        self.untagged = untagged
        self.workers = min(max(workers, Self.workerRange.lowerBound), Self.workerRange.upperBound)
        self.isDryRun = isDryRun
    }

    var orphanAge: Int64 { max(gracePeriod, Self.minimumOrphanAge) }
}
