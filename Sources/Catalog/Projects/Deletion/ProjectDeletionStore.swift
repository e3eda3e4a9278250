import SQL

/// The SQL of deleting projects with all they hold; its functions run inside a unit of work and throw `DatabaseError`.
enum ProjectDeletionStore {
    /// Makes a project absent for everybody; false if it is already.
    static func mark(_ id: Int64, on connection: any SQLConnection) throws -> Bool {
        try connection.execute("UPDATE project SET is_deleting = \(true) WHERE id = \(id) AND NOT is_deleting") > 0
    }

    /// The projects whose deletion has begun.
    static func marked(on connection: any SQLConnection) throws -> [Int64] {
        try connection.query("SELECT id FROM project WHERE is_deleting ORDER BY id").map { try $0.int64("id") }
    }

    /// Deletes some artifacts of a project, at most `limit`; returns how many it found, 0 once none is left.
    ///
    /// Two nodes may work on one deletion: neither takes the project for empty because the other was faster.
    static func deleteArtifacts(of id: Int64, limit: Int, on connection: any SQLConnection) throws -> Int {
        let artifacts = try connection.query(
            """
            SELECT a.id FROM repository r JOIN artifact a ON a.repository_id = r.id
            WHERE r.project_id = \(id) ORDER BY a.id LIMIT \(limit)
            """
        ).map { try $0.int64("id") }
        guard !artifacts.isEmpty else { return 0 }
        // An index goes with what it lists, in whichever order their turns come.
        _ = try connection.query(
            "SELECT id FROM artifact WHERE id IN \(list: artifacts) ORDER BY id\(fragment: connection.dialect.forUpdate)"
        )
        try connection.execute(
            "DELETE FROM artifact_child WHERE child_id IN \(list: artifacts) OR parent_id IN \(list: artifacts)")
        try connection.execute("DELETE FROM artifact WHERE id IN \(list: artifacts)")
        return artifacts.count
    }

    /// Deletes some links of a project's repositories to blobs, at most `limit`; returns how many.
    static func deleteBlobLinks(of id: Int64, limit: Int, on connection: any SQLConnection) throws -> Int {
        let links = try connection.query(
            """
            SELECT l.repository_id, l.blob_id FROM repository r JOIN repository_blob l ON l.repository_id = r.id
            WHERE r.project_id = \(id) LIMIT \(limit)
            """)
        for (repository, rows) in Dictionary(grouping: links, by: { try? $0.int64("repository_id") }) {
            guard let repository else { continue }
            let blobs = try rows.map { try $0.int64("blob_id") }
            try connection.execute(
                "DELETE FROM repository_blob WHERE repository_id = \(repository) AND blob_id IN \(list: blobs)")
        }
        return links.count
    }

    /// What would go with a project.
    static func preview(of id: Int64, on connection: any SQLConnection) throws -> ProjectDeletionPreview {
        let counts = try connection.query(
            """
            SELECT count(*) AS repositories,
                CAST(coalesce(sum((SELECT count(*) FROM artifact a WHERE a.repository_id = r.id)), 0) AS BIGINT)
                    AS artifacts,
                CAST(coalesce(sum((SELECT count(*) FROM tag t WHERE t.repository_id = r.id)), 0) AS BIGINT) AS tags
            FROM repository r WHERE r.project_id = \(id)
            """)[0]
        let bytes = try connection.query(
            """
            SELECT CAST(coalesce(sum(b.size), 0) AS BIGINT) AS bytes FROM blob b WHERE b.id IN (
                SELECT ab.blob_id FROM repository r JOIN artifact a ON a.repository_id = r.id
                JOIN artifact_blob ab ON ab.artifact_id = a.id WHERE r.project_id = \(id))
            """)[0].int64("bytes")
        let members = try connection.query("SELECT count(*) AS n FROM project_member WHERE project_id = \(id)")
        let robots = try connection.query("SELECT count(*) AS n FROM robot WHERE project_id = \(id)")
        let labels = try connection.query("SELECT count(*) AS n FROM label WHERE project_id = \(id)")
        let trash = try connection.query("SELECT count(*) AS n FROM trash WHERE project_id = \(id)")
        return ProjectDeletionPreview(
            repositories: try counts.int64("repositories"), artifacts: try counts.int64("artifacts"),
            tags: try counts.int64("tags"), members: try members[0].int64("n"),
            robots: try robots[0].int64("n"), labels: try labels[0].int64("n"),
            trashEntries: try trash[0].int64("n"), bytes: bytes)
    }
}

/// What goes when a project is deleted with all it holds.
package struct ProjectDeletionPreview: Sendable, Hashable {
    package let repositories: Int64
    package let artifacts: Int64
    package let tags: Int64
    package let members: Int64
    package let robots: Int64
    package let labels: Int64
    /// What was deleted from it and could still be brought back.
    package let trashEntries: Int64
    /// The size of the blobs that its artifacts are made of, each counted once; those that other projects have too
    /// stay in the storage.
    package let bytes: Int64
}
