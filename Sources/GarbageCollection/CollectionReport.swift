/// What a collection removed, or would remove.
package struct CollectionReport: Sendable, Equatable, Codable {
    /// Nothing was changed.
    package var isDryRun = false
    /// Upload sessions that had expired.
    package var expiredUploads = 0
    /// Entries of the trash whose time was over.
    package var purgedTrash = 0
    /// Links of repositories to blobs that no artifact there uses.
    package var removedLinks = 0
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
