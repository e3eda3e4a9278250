import SQL
import Time

/// The SQL of projects' metadata; its functions run inside a unit of work and throw `DatabaseError`.
///
/// `public` and `allow_sparse_index` are columns of the project, as every request asks for them.
enum ProjectMetadataStore {
    /// The settings of some projects, without those that are columns.
    static func metadata(
        ofProjects identifiers: [Int64], on connection: any SQLConnection
    ) throws -> [Int64: ProjectMetadata] {
        var found: [Int64: [ProjectMetadata.Key: String]] = [:]
        let rows = try connection.query(
            "SELECT project_id, name, value FROM project_metadata WHERE project_id IN \(list: identifiers)")
        for row in rows {
            guard let key = ProjectMetadata.Key(rawValue: try row.text("name")) else { continue }
            found[try row.int64("project_id"), default: [:]][key] = try row.text("value")
        }
        return found.mapValues { ProjectMetadata(trusted: $0) }
    }

    /// Writes settings, those that are columns too.
    static func update(
        _ metadata: ProjectMetadata, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            UPDATE project SET updated_at = \(now),
                is_public = coalesce(\(metadata[.isPublic].map { $0 == "true" }), is_public),
                allows_sparse_index = coalesce(\(metadata[.allowsSparseIndex].map { $0 == "true" }), allows_sparse_index)
            WHERE id = \(projectID)
            """)
        for (key, value) in metadata.values.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where key != .isPublic && key != .allowsSparseIndex {
            try connection.execute(
                """
                INSERT INTO project_metadata (project_id, name, value) VALUES (\(projectID), \(key.rawValue), \(value))
                ON CONFLICT (project_id, name) DO UPDATE SET value = excluded.value
                """)
        }
    }

    /// Puts a setting back to what it is without anybody's doing.
    static func remove(
        _ key: ProjectMetadata.Key, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws {
        switch key {
        case .isPublic, .allowsSparseIndex:
            var standard = ProjectMetadata()
            try standard.set(key, to: "false")
            try update(standard, projectID: projectID, now: now, on: connection)
        default:
            try connection.execute(
                "DELETE FROM project_metadata WHERE project_id = \(projectID) AND name = \(key.rawValue)")
        }
    }
}

extension ProjectMetadata {
    /// These settings with those that are columns of the project.
    func including(_ project: Project) -> ProjectMetadata {
        var values = values
        values[.isPublic] = project.isPublic ? "true" : "false"
        if project.allowsSparseIndex { values[.allowsSparseIndex] = "true" }
        return ProjectMetadata(trusted: values)
    }
}
