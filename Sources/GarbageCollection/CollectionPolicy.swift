/// What a collection may remove.
package struct CollectionPolicy: Sendable {
    /// Seconds for which a blob that no artifact uses is kept after its last upload, mount or HEAD.
    package var gracePeriod: Int64
    /// Seconds after which an upload session that nobody touches expires.
    package var uploadLifetime: Int64
    /// Artifacts that no tag, no index and no subject names are deleted first; they go to the trash.
    package var removesUntagged: Bool
    /// Nothing is changed, only counted.
    package var isDryRun: Bool

    /// Objects without a row are younger than this while their upload commits, whatever the grace period is.
    static let minimumOrphanAge: Int64 = 900

    package init(
        gracePeriod: Int64 = 86_400, uploadLifetime: Int64 = 86_400, removesUntagged: Bool = false,
        isDryRun: Bool = false
    ) {
        self.gracePeriod = max(0, gracePeriod)
        self.uploadLifetime = max(0, uploadLifetime)
        self.removesUntagged = removesUntagged
        self.isDryRun = isDryRun
    }

    var orphanAge: Int64 { max(gracePeriod, Self.minimumOrphanAge) }
}
