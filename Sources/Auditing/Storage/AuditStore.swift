package import SQL
import Time

/// The SQL of the audit log; its functions run inside a unit of work and throw `DatabaseError`.
package enum AuditStore {
    /// The tables of the room.
    package static let migrations = [
        Migration(identifier: "0020-audit") { dialect in
            [
                """
                CREATE TABLE audit_log (
                    id \(fragment: dialect.identityColumn),
                    op_time BIGINT NOT NULL,
                    username TEXT NOT NULL,
                    operation TEXT NOT NULL,
                    resource_type TEXT NOT NULL,
                    resource TEXT NOT NULL,
                    description TEXT NOT NULL,
                    is_success BOOLEAN NOT NULL,
                    project_id BIGINT NOT NULL)
                """,
                "CREATE INDEX audit_log_time ON audit_log (op_time, id)",
                "CREATE INDEX audit_log_project ON audit_log (project_id, op_time, id)",
                "CREATE INDEX audit_log_username ON audit_log (username, op_time, id)",
                "CREATE INDEX audit_log_operation ON audit_log (operation, op_time, id)",
                "CREATE INDEX audit_log_resource_type ON audit_log (resource_type, op_time, id)",
                "CREATE INDEX audit_log_resource ON audit_log (resource, op_time, id)",
                // How many entries each project has, 0 for those of no project: counting a million takes too long.
                "CREATE TABLE audit_count (project_id BIGINT NOT NULL PRIMARY KEY, entries BIGINT NOT NULL)",
            ]
        },
        forwardingMigration,
    ]

    /// How many rows one statement adds.
    private static let batch = 50

    /// Adds entries and counts them.
    static func insert(_ entries: [StampedEntry], isForwarded: Bool, on connection: any SQLConnection) throws {
        if isForwarded { try beginForwarding(on: connection) }
        var start = 0
        while start < entries.count {
            // Statements of two sizes only, so that the caches of statements keep them.
            let size = entries.count - start >= batch ? batch : 1
            try insert(entries[start..<(start + size)], on: connection)
            start += size
        }
        let counts = Dictionary(grouping: entries) { $0.entry.projectID ?? 0 }
        // In the order of their numbers, so that two nodes never wait for each other's rows.
        for (project, entries) in counts.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                """
                INSERT INTO audit_count (project_id, entries) VALUES (\(project), \(entries.count))
                ON CONFLICT (project_id) DO UPDATE SET entries = audit_count.entries + excluded.entries
                """)
        }
    }

    private static func insert(_ entries: ArraySlice<StampedEntry>, on connection: any SQLConnection) throws {
        let rows: [SQL] = entries.map { stamped in
            let entry = stamped.entry
            return """
                (\(stamped.time), \(AuditText.name(entry.operator)), \(AuditText.name(entry.operation)),
                \(AuditText.name(entry.resourceType)), \(AuditText.clean(entry.resource)),
                \(AuditText.description(of: stamped)), \(entry.isSuccess), \(entry.projectID ?? 0))
                """
        }
        try connection.execute(
            """
            INSERT INTO audit_log
                (op_time, username, operation, resource_type, resource, description, is_success, project_id)
            VALUES \(fragment: .joined(rows, separator: ", "))
            """)
    }
}
