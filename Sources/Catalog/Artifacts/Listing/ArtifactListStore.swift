import Listing
import OCI
import SQL

/// The SQL of artifacts as the management API shows them; its functions run inside a unit of work and throw
/// `DatabaseError`.
///
/// Each is one statement, whatever the number of artifacts.
enum ArtifactListStore {
    private static let source: SQL = "FROM artifact a JOIN repository r ON r.id = a.repository_id"

    /// One page of a list, and one artifact more if there is one; the wide rows are read of these artifacts only.
    static func page(
        _ filter: ArtifactFilter, scope: ArtifactScope, isLatestOnly: Bool, page: Page, options: ArtifactViewOptions,
        on connection: any SQLConnection
    ) throws -> [ArtifactView] {
        let chosen = chosen(filter, scope: scope, isLatestOnly: isLatestOnly, dialect: connection.dialect)
        return try connection.query(
            """
            SELECT \(fragment: ArtifactView.columns(options)) \(fragment: source)
            WHERE a.id IN (SELECT a.id \(fragment: chosen)\(fragment: filter.order)
                LIMIT \(page.limit + 1) OFFSET \(page.offset))\(fragment: filter.order)
            """
        ).map { try ArtifactView(row: $0) }
    }

    /// How many artifacts a list has.
    static func count(
        _ filter: ArtifactFilter, scope: ArtifactScope, isLatestOnly: Bool, on connection: any SQLConnection
    ) throws -> Int64 {
        let chosen = chosen(filter, scope: scope, isLatestOnly: isLatestOnly, dialect: connection.dialect)
        return try connection.query("SELECT count(*) AS artifacts \(fragment: chosen)")[0].int64("artifacts")
    }

    /// FROM and WHERE of a list's artifacts.
    private static func chosen(
        _ filter: ArtifactFilter, scope: ArtifactScope, isLatestOnly: Bool, dialect: Dialect
    ) -> SQL {
        switch scope {
        case .repository(let id):
            let conditions: [SQL] = ["a.repository_id = \(id)"] + filter.conditions
            return "\(fragment: source)\(fragment: .filter(by: conditions))"
        case .project(let id, let repositories):
            var inProject: [SQL] = ["r.project_id = \(id)"]
            if let repositories { inProject.append("r.id IN \(fragment: .numbers(repositories, dialect: dialect))") }
            guard isLatestOnly else {
                return "\(fragment: source)\(fragment: .filter(by: inProject + filter.conditions))"
            }
            let mine: [SQL] = ["a.repository_id = r.id"] + filter.conditions
            return """
                FROM repository r JOIN artifact a ON a.id = (SELECT a.id FROM artifact a\(fragment: .filter(by: mine))
                    ORDER BY a.pushed_at DESC, a.id DESC LIMIT 1)\(fragment: .filter(by: inProject))
                """
        }
    }

    /// Finds an artifact by tag or digest.
    static func find(
        _ reference: Reference, repositoryID: Int64, options: ArtifactViewOptions, on connection: any SQLConnection
    ) throws -> ArtifactView? {
        let condition: SQL =
            switch reference {
            case .digest(let digest): "a.repository_id = \(repositoryID) AND a.digest = \(digest.description)"
            case .tag(let tag):
                """
                a.id = (SELECT t.artifact_id FROM tag t
                    WHERE t.repository_id = \(repositoryID) AND t.name = \(tag.description))
                """
            }
        return try connection.query(
            "SELECT \(fragment: ArtifactView.columns(options)) \(fragment: source) WHERE \(fragment: condition)"
        ).first.map { try ArtifactView(row: $0) }
    }

    /// The tags of some artifacts, the newest first; of each artifact at most `limit`.
    static func tags(
        of artifacts: [Int64], limit: Int? = nil, on connection: any SQLConnection
    ) throws -> [Int64: [TagView]] {
        if limit == 0 { return [:] }
        let some = SQL.some(artifacts, dialect: connection.dialect)
        var newest: SQL = ""
        if let limit {
            newest = """
                 AND t.pushed_at >= coalesce((SELECT l.pushed_at FROM tag l WHERE l.artifact_id = a.id
                    ORDER BY l.pushed_at DESC, l.id DESC LIMIT 1 OFFSET \(limit - 1)), 0)
                """
        }
        let rows = try connection.query(
            """
            SELECT \(fragment: TagView.columns) FROM artifact a JOIN tag t ON t.artifact_id = a.id
            WHERE a.id IN \(fragment: some)\(fragment: newest)
            ORDER BY t.artifact_id, t.pushed_at DESC, t.id DESC
            """)
        let tags = Dictionary(grouping: try rows.map { try TagView(row: $0) }, by: \.artifactID)
        // Of tags that were pushed at the same moment there may be a few more.
        return limit.map { limit in tags.mapValues { Array($0.prefix(limit)) } } ?? tags
    }

    /// The labels of some artifacts.
    static func labels(of artifacts: [Int64], on connection: any SQLConnection) throws -> [Int64: [LabelView]] {
        let some = SQL.some(artifacts, dialect: connection.dialect)
        let rows = try connection.query(
            """
            SELECT \(fragment: LabelView.columns), m.artifact_id FROM artifact_label m JOIN label l ON l.id = m.label_id
            WHERE m.artifact_id IN \(fragment: some) ORDER BY l.id
            """)
        return try Dictionary(grouping: rows) { try $0.int64("artifact_id") }
            .mapValues { try $0.map { try LabelView(row: $0) } }
    }

    /// The accessories of some artifacts.
    static func accessories(
        of artifacts: [Int64], on connection: any SQLConnection
    ) throws -> [Int64: [AccessoryView]] {
        let some = SQL.some(artifacts, dialect: connection.dialect)
        let rows = try connection.query(
            """
            SELECT \(fragment: AccessoryView.columns) FROM artifact s
            JOIN artifact x ON x.repository_id = s.repository_id AND x.accessory_subject = s.digest
            JOIN repository r ON r.id = s.repository_id WHERE s.id IN \(fragment: some) ORDER BY x.id
            """)
        return Dictionary(grouping: try rows.map { try AccessoryView(row: $0) }, by: \.subjectID)
    }

    /// The signatures of the indices that some artifacts are part of.
    static func inheritedSignatures(
        of artifacts: [Int64], on connection: any SQLConnection
    ) throws -> [Int64: [AccessoryView]] {
        let some = SQL.some(artifacts, dialect: connection.dialect)
        let signatures = [AccessoryKind.cosignSignature.rawValue, AccessoryKind.notationSignature.rawValue]
        let rows = try connection.query(
            """
            SELECT \(fragment: AccessoryView.columns), c.child_id FROM artifact_child c
            JOIN artifact s ON s.id = c.parent_id
            JOIN artifact x ON x.repository_id = s.repository_id AND x.accessory_subject = s.digest
            JOIN repository r ON r.id = s.repository_id
            WHERE c.child_id IN \(fragment: some) AND x.accessory_type IN \(list: signatures) ORDER BY x.id
            """)
        return try Dictionary(grouping: rows) { try $0.int64("child_id") }
            .mapValues { try $0.map { try AccessoryView(row: $0) } }
    }

    /// The numbers of the children of some indices, by their digests.
    static func children(
        of indices: [Int64], on connection: any SQLConnection
    ) throws -> [Int64: [String: Int64]] {
        let rows = try connection.query(
            """
            SELECT c.parent_id, c.child_id, x.digest FROM artifact_child c JOIN artifact x ON x.id = c.child_id
            WHERE c.parent_id IN \(fragment: .some(indices, dialect: connection.dialect))
            """)
        var children: [Int64: [String: Int64]] = [:]
        for row in rows { children[try row.int64(0), default: [:]][try row.text(2)] = try row.int64(1) }
        return children
    }
}

extension SQL {
    /// A list of numbers for IN: of a page's artifacts each is bound, of more they go as one value.
    static func some(_ numbers: [Int64], dialect: Dialect) -> SQL {
        numbers.count <= Page.maximumSize ? "\(list: numbers)" : .numbers(numbers, dialect: dialect)
    }

    /// `(SELECT …)` of any number of numbers, for IN: bound as one value, because a statement takes few.
    static func numbers(_ numbers: [Int64], dialect: Dialect) -> SQL {
        let array = "[\(numbers.map(String.init).joined(separator: ","))]"
        return dialect == .postgresql
            ? "(SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(\(array) AS json)))"
            : "(SELECT value FROM json_each(\(array)))"
    }
}
