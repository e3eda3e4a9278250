import OCI
import SQL

/// An artifact whose details are still to be written.
struct UndescribedArtifact: Sendable {
    let id: Int64
    let repositoryID: Int64
    let mediaType: String
    /// The manifest.
    let content: [UInt8]
    /// Those of its tags that may say of what it is an accessory.
    let tags: [String]
}

/// The details of an artifact on their way to the database.
struct DescribedArtifact: Sendable {
    let id: Int64
    /// Nil if the stored manifest can't be understood.
    let details: ArtifactDetails?
    /// Nil if the configuration could not be read: it is tried again when the artifact is shown.
    let extraAttributes: String?
}

/// The SQL of artifacts' details; its functions run inside a unit of work and throw `DatabaseError`.
enum ArtifactDetailsStore {
    /// Numbers of artifacts after `last` that have no details, in their order.
    static func nextUndescribed(after last: Int64, limit: Int, on connection: any SQLConnection) throws -> [Int64] {
        try connection.query(
            "SELECT id FROM artifact WHERE extra_attributes IS NULL AND id > \(last) ORDER BY id LIMIT \(limit)"
        ).map { try $0.int64("id") }
    }

    /// Those of some artifacts that have no details, with their manifests.
    static func undescribed(
        among identifiers: [Int64], on connection: any SQLConnection
    ) throws -> [UndescribedArtifact] {
        let rows = try connection.query(
            """
            SELECT a.id, a.repository_id, a.media_type, m.content, t.name FROM artifact a
            JOIN manifest m ON m.artifact_id = a.id
            LEFT JOIN tag t ON t.artifact_id = a.id AND t.name LIKE 'sha256-%'
            WHERE a.id IN \(list: identifiers) AND a.extra_attributes IS NULL ORDER BY a.id
            """)
        return try Dictionary(grouping: rows) { try $0.int64("id") }.values.compactMap { rows in
            guard let first = rows.first else { return nil }
            return UndescribedArtifact(
                id: try first.int64("id"), repositoryID: try first.int64("repository_id"),
                mediaType: try first.text("media_type"), content: try first.bytes("content"),
                tags: try rows.compactMap { try $0.optionalText("name") })
        }
    }

    /// Writes details, unless somebody was faster; the size of an index becomes that of its children, too.
    static func update(_ artifact: DescribedArtifact, on connection: any SQLConnection) throws {
        let details = artifact.details
        let count = try connection.execute(
            """
            UPDATE artifact SET type = \(details?.type.rawValue ?? ArtifactType.unknown.rawValue),
                config_media_type = \(optional: details?.mediaType),
                accessory_subject = \(optional: details?.accessory?.subject.description),
                accessory_type = \(optional: details?.accessory?.kind.rawValue),
                annotations = \(optional: details?.annotations), child_references = \(optional: details?.references),
                extra_attributes = \(optional: artifact.extraAttributes)
            WHERE id = \(artifact.id) AND extra_attributes IS NULL
            """)
        guard count > 0, details?.references != nil else { return }
        try connection.execute(
            """
            UPDATE artifact SET total_size = total_size + (SELECT CAST(coalesce(sum(x.total_size), 0) AS BIGINT)
                FROM artifact_child c JOIN artifact x ON x.id = c.child_id WHERE c.parent_id = \(artifact.id))
            WHERE id = \(artifact.id)
            """)
    }
}
