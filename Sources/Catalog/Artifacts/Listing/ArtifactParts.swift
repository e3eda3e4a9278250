package import OCI
import SQL
package import Time

/// A tag as the management API shows it.
package struct TagView: Sendable {
    package let id: Int64
    package let repositoryID: Int64
    package let artifactID: Int64
    package let name: String
    package let pushedAt: Timestamp
    package let pulledAt: Timestamp?
    /// Whether a rule of the project keeps the tag as it is; false unless that was asked for.
    package var isImmutable = false

    /// What `init(row:)` reads, in its order; of a tag `t`.
    static let columns: SQL = "t.id, t.repository_id, t.artifact_id, t.name, t.pushed_at, t.pulled_at"

    init(row: Row) throws {
        id = try row.int64(0)
        repositoryID = try row.int64(1)
        artifactID = try row.int64(2)
        name = try row.text(3)
        pushedAt = Timestamp(microseconds: try row.int64(4))
        pulledAt = try row.optionalInt64(5).map { Timestamp(microseconds: $0) }
    }
}

/// A tag of a repository, with what it names.
package struct RepositoryTagView: Sendable {
    package var tag: TagView
    package let digest: String
    /// Harbor's word for the kind of artifact, such as `IMAGE`.
    package let type: String
    /// Bytes of the artifact's manifest and all that it is made of.
    package let size: Int64

    /// What `init(row:)` reads, in its order; of a tag `t` and its artifact `a`.
    static let columns: SQL = "\(fragment: TagView.columns), a.digest, a.type, a.total_size"

    init(row: Row) throws {
        tag = try TagView(row: row)
        digest = try row.text(6)
        type = try row.optionalText(7) ?? ArtifactType.unknown.rawValue
        size = try row.int64(8)
    }
}

/// A label as the management API shows it on an artifact.
package struct LabelView: Sendable {
    package let id: Int64
    package let name: String
    package let description: String
    package let color: String
    /// Nil for a label of the whole registry.
    package let projectID: Int64?
    package let createdAt: Timestamp
    package let updatedAt: Timestamp

    /// What `init(row:)` reads, in its order; of a label `l`.
    static let columns: SQL = "l.id, l.name, l.description, l.color, l.project_id, l.created_at, l.updated_at"

    init(row: Row) throws {
        id = try row.int64(0)
        name = try row.text(1)
        description = try row.text(2)
        color = try row.text(3)
        projectID = try row.optionalInt64(4)
        createdAt = Timestamp(microseconds: try row.int64(5))
        updatedAt = Timestamp(microseconds: try row.int64(6))
    }
}

/// An artifact that belongs to another one, such as its signature.
package struct AccessoryView: Sendable {
    /// The number of the artifact that is the accessory.
    package let artifactID: Int64
    package let subjectID: Int64
    package let subjectDigest: String
    /// The whole name, with the project's.
    package let repositoryName: String
    /// Bytes of the manifest and all that it is made of.
    package let size: Int64
    package let digest: String
    /// Harbor's word, such as `signature.cosign`.
    package let type: String
    /// The media type of what it is, as its manifest says; nil if that doesn't.
    package let artifactType: String?
    package let createdAt: Timestamp

    /// What `init(row:)` reads, in its order; of the accessory `x`, its subject `s` and their repository `r`.
    static let columns: SQL = """
        x.id, s.id, s.digest, r.name, x.total_size, x.digest, x.accessory_type, x.pushed_at,
        coalesce(x.artifact_type, x.config_media_type)
        """

    init(row: Row) throws {
        artifactID = try row.int64(0)
        subjectID = try row.int64(1)
        subjectDigest = try row.text(2)
        repositoryName = try row.text(3)
        size = try row.int64(4)
        digest = try row.text(5)
        type = try row.optionalText(6) ?? AccessoryKind.other.rawValue
        createdAt = Timestamp(microseconds: try row.int64(7))
        artifactType = try row.optionalText(8)
    }
}

/// An entry of an index.
package struct ReferenceView: Sendable {
    package let parentID: Int64
    /// Nil if the repository doesn't have the child: a sparse index.
    package let childID: Int64?
    /// The members `child_digest`, `platform`, `annotations` and `urls`, as far as the index has them.
    package let content: JSONObject

    /// Reads the entries that were stored with an index.
    static func decode(_ stored: String, parentID: Int64, children: [String: Int64]) -> [ReferenceView] {
        let entries = (try? JSONValue(parsing: Array(stored.utf8)))?.array ?? []
        return entries.compactMap { entry in
            guard let content = entry.object else { return nil }
            let digest = content["child_digest"]?.string ?? ""
            return ReferenceView(parentID: parentID, childID: children[digest], content: content)
        }
    }
}
