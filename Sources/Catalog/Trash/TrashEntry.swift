package import OCI
import SQL
package import Time

/// Something that was deleted and can still be had back: an artifact with its tags, or a tag that was deleted alone.
package struct TrashEntry: Sendable, Hashable {
    /// The two kinds of entries.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case artifact
        case tag
    }

    package let id: Int64
    /// What was deleted in one go has this in common.
    package let deletionID: String
    package let kind: Kind
    package let projectID: Int64
    package let repositoryID: Int64
    /// The repository's name of today, or the one it had when it was deleted itself.
    package let repositoryName: RepositoryName
    /// The digest of the artifact, or of the one that the tag named.
    package let digest: String
    package let deletedBy: String
    package let deletedAt: Timestamp
    /// When the entry is forgotten.
    package let expiresAt: Timestamp
    /// The manifest's media type; nil for a tag.
    package let mediaType: String?
    package let artifactType: String?
    /// Bytes of the manifest and its blobs; nil for a tag.
    package let size: Int64?
    /// The artifact's tags in byte order, or the one tag.
    package var tags: [String] = []

    init(row: Row) throws {
        id = try row.int64("id")
        deletionID = try row.text("deletion_id")
        kind = try row.text("kind") == Kind.tag.rawValue ? .tag : .artifact
        projectID = try row.int64("project_id")
        repositoryID = try row.int64("repository_id")
        // The project of a repository that is gone may have another name by now.
        let path = try RepositoryName(row.text("repository_name")).path
        repositoryName = try RepositoryName(row.text("project_name") + "/" + path)
        digest = try row.text("digest")
        deletedBy = try row.text("deleted_by")
        deletedAt = Timestamp(microseconds: try row.int64("deleted_at"))
        expiresAt = Timestamp(microseconds: try row.int64("expires_at"))
        mediaType = try row.optionalText("media_type")
        artifactType = try row.optionalText("artifact_type")
        size = try row.optionalInt64("total_size")
    }
}
