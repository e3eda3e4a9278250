import OCI
import SQL
import Time

/// The SQL of deletions; its functions run inside a unit of work and throw `DatabaseError`.
enum DeletionStore {
    /// A tag and the artifact that it names.
    struct NamedTag: Sendable {
        let id: Int64
        let artifactID: Int64
    }

    /// Finds an artifact by tag or digest and locks it until the transaction ends; nil if there is none.
    static func lock(_ reference: Reference, repositoryID: Int64, on connection: any SQLConnection) throws -> Int64? {
        while true {
            guard let found = try ArtifactStore.find(reference, repositoryID: repositoryID, on: connection) else {
                return nil
            }
            let locked = try connection.query(
                "SELECT id FROM artifact WHERE id = \(found.id)\(fragment: connection.dialect.forUpdate)")
            // A tag may have moved before the lock was had, or the artifact gone.
            let current = try ArtifactStore.find(reference, repositoryID: repositoryID, on: connection)
            if !locked.isEmpty, current?.id == found.id { return found.id }
        }
    }

    /// Finds a tag and locks it, so that no push moves it until the transaction ends; nil if there is none.
    static func lock(_ tag: Tag, repositoryID: Int64, on connection: any SQLConnection) throws -> NamedTag? {
        let rows = try connection.query(
            """
            SELECT id, artifact_id FROM tag WHERE repository_id = \(repositoryID) AND name = \(tag.description)
            \(fragment: connection.dialect.forUpdate)
            """)
        return try rows.first.map { NamedTag(id: try $0.int64("id"), artifactID: try $0.int64("artifact_id")) }
    }

    /// The digests of some artifacts, in the order of their numbers.
    static func digests(of artifacts: [Int64], on connection: any SQLConnection) throws -> [Int64: String] {
        var digests: [Int64: String] = [:]
        for part in artifacts.chunks() {
            for row in try connection.query("SELECT id, digest FROM artifact WHERE id IN \(list: part)") {
                digests[try row.int64("id")] = try row.text("digest")
            }
        }
        return digests
    }

    /// The tags of some artifacts.
    static func tags(of artifacts: [Int64], on connection: any SQLConnection) throws -> [String] {
        try artifacts.chunks().flatMap { part in
            try connection.query("SELECT name FROM tag WHERE artifact_id IN \(list: part) ORDER BY name")
                .map { try $0.text("name") }
        }
    }

    /// The tags of some artifacts, by the artifacts' numbers.
    static func tagNames(of artifacts: [Int64], on connection: any SQLConnection) throws -> [Int64: [String]] {
        var names: [Int64: [String]] = [:]
        for part in artifacts.chunks() {
            let rows = try connection.query(
                "SELECT artifact_id, name FROM tag WHERE artifact_id IN \(list: part) ORDER BY name")
            for row in rows { names[try row.int64("artifact_id"), default: []].append(try row.text("name")) }
        }
        return names
    }

    /// Deletes some artifacts with their manifests and tags; what lists them goes with them or went before.
    static func delete(artifacts: [Int64], on connection: any SQLConnection) throws {
        for part in artifacts.chunks() {
            try connection.execute("DELETE FROM artifact_child WHERE parent_id IN \(list: part)")
        }
        for part in artifacts.chunks() {
            try connection.execute("DELETE FROM artifact WHERE id IN \(list: part)")
        }
    }

    /// Artifacts of a repository that no index lists, at most `limit`, locked until the transaction ends.
    static func lockUnlisted(
        repositoryID: Int64, limit: Int, on connection: any SQLConnection
    ) throws -> [Int64] {
        let locked = try connection.query(
            """
            SELECT id FROM artifact WHERE repository_id = \(repositoryID)
            AND NOT EXISTS (SELECT 1 FROM artifact_child c WHERE c.child_id = artifact.id)
            ORDER BY id LIMIT \(limit)\(fragment: connection.dialect.forUpdate)
            """
        ).map { try $0.int64("id") }
        // An index may have been pushed before the lock was had.
        let listed = Set(
            try connection.query("SELECT child_id FROM artifact_child WHERE child_id IN \(list: locked)")
                .map { try $0.int64("child_id") })
        return locked.filter { !listed.contains($0) }
    }
}
