import Access
import Catalog
import Listing
import OCI
import RegistryTesting
import SQL

extension RegistryFixture {
    /// Lists as clients ask for them, with the `q` and `sort` parameters.
    func list(
        _ query: String = "", sort: String = "", page: Page = .first, in scope: ArtifactScope,
        isLatestOnly: Bool = false, options: ArtifactViewOptions = ArtifactViewOptions()
    ) async throws -> Listed<ArtifactView> {
        let request = ListRequest(
            filters: try QueryGrammar.parse(query), sort: SortKey.parse(sort), page: page)
        return try await artifactLists.list(request, in: scope, isLatestOnly: isLatestOnly, options: options)
    }

    /// Pushes an artifact of a configuration and layers of given types and contents.
    @discardableResult
    func push(
        configuration: String, of type: String, layers: [(type: String, content: String)] = [],
        subject: Descriptor? = nil, artifactType: String? = nil, annotations: [String: String] = [:],
        tags: [String] = [], to repository: RepositoryRecord
    ) async throws -> Descriptor {
        let config = try await pushBlob(Array(configuration.utf8), to: repository, mediaType: MediaType(type))
        var parts: [Descriptor] = []
        for layer in layers {
            parts.append(
                try await pushBlob(Array(layer.content.utf8), to: repository, mediaType: MediaType(layer.type)))
        }
        let manifest = try SampleManifest.image(
            config: config, layers: parts, subject: subject, artifactType: artifactType, annotations: annotations)
        try await push(manifest, to: repository, tags: tags)
        return try manifest.descriptor()
    }

    /// Fills tables as a large registry has them, without going through pushes: repositories of one project with so
    /// many artifacts each, and so many tags on each of those.
    func fill(repositories: Int, artifacts: Int, tags: Int) async throws -> Project {
        let project = try await makeProject("filled")
        let projectID = project.id
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO repository (project_id, name, pull_count, created_at, updated_at)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(repositories))
                SELECT CAST(\(projectID) AS BIGINT), 'filled/' || i, 0, i, i FROM n
                """)
            try connection.execute(
                """
                INSERT INTO artifact (repository_id, digest, media_type, artifact_type, manifest_size, total_size,
                    pull_count, pushed_at, type, config_media_type, extra_attributes)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(artifacts))
                SELECT r.id, 'sha256:' || (r.id * 1000000 + i), 'application/vnd.oci.image.manifest.v1+json',
                    'application/vnd.oci.image.config.v1+json', 1, 1, 0, i, 'IMAGE',
                    'application/vnd.oci.image.config.v1+json', '{}'
                FROM repository r, n WHERE r.project_id = \(projectID)
                """)
            try connection.execute(
                """
                INSERT INTO tag (repository_id, name, artifact_id, pushed_at)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(tags))
                SELECT a.repository_id, 't' || a.id || '-' || i, a.id, i FROM artifact a, n
                """)
        }
        try await fillParts(project)
        // On PostgreSQL the statistics come by themselves a while after such changes; SQLite plans without any.
        if database.dialect == .postgresql { try await database.write { _ = try $0.execute("ANALYZE") } }
        return project
    }

    /// Makes every tenth artifact an index of the next one, and gives all of them labels.
    private func fillParts(_ project: Project) async throws {
        let projectID = project.id
        try await database.write { connection in
            try connection.execute("UPDATE artifact SET child_references = '[]' WHERE id % 10 = 0")
            try connection.execute(
                """
                INSERT INTO artifact_child (parent_id, child_id)
                SELECT a.id, x.id FROM artifact a JOIN artifact x ON x.id = a.id + 1 WHERE a.id % 10 = 0
                """)
            try connection.execute(
                """
                INSERT INTO label (name, description, color, project_id, created_at, updated_at)
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
                SELECT 'l' || i, '', '', CAST(\(projectID) AS BIGINT), 1, 1 FROM n
                """)
            try connection.execute(
                """
                INSERT INTO artifact_label (artifact_id, label_id)
                SELECT a.id, l.id FROM artifact a, label l WHERE (a.id + l.id) % 4 = 0
                """)
        }
    }
}

extension RegistryFixture {
    /// Makes all artifacts look as those that were stored before there were details.
    func forgetDetails() async throws {
        try await database.write { connection in
            try connection.execute(
                """
                UPDATE artifact SET total_size = total_size - coalesce((SELECT CAST(sum(x.total_size) AS BIGINT)
                    FROM artifact_child c JOIN artifact x ON x.id = c.child_id WHERE c.parent_id = artifact.id), 0)
                """)
            try connection.execute(
                """
                UPDATE artifact SET type = NULL, config_media_type = NULL, accessory_subject = NULL,
                    accessory_type = NULL, child_references = NULL, extra_attributes = NULL, annotations = NULL
                """)
        }
    }
}
