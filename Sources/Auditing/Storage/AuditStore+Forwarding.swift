import SQL

/// How far the log was forwarded, and by whom.
struct ForwardingState: Hashable, Sendable {
    /// The number of the last entry that is known to have arrived; nil: nothing is forwarded.
    let deliveredID: Int64?
    /// The number of the newest entry.
    let newestID: Int64
    let turn: ForwardingTurn
}

extension AuditStore {
    static let forwardingMigration = Migration(identifier: "0026-audit-forwarding") { _ in
        [
            """
            CREATE TABLE audit_forwarding (
                id BIGINT NOT NULL PRIMARY KEY,
                delivered_id BIGINT,
                holder TEXT NOT NULL,
                beat BIGINT NOT NULL)
            """,
            "INSERT INTO audit_forwarding (id, delivered_id, holder, beat) VALUES (1, NULL, '', 0)",
        ]
    }

    /// Sees to it that what the transaction adds will be forwarded.
    ///
    /// Entries get their numbers while this row is locked: with several processes they also become visible in the
    /// order of their numbers, and none is passed over.
    static func beginForwarding(on connection: any SQLConnection) throws {
        let lock = connection.dialect.forUpdate
        let rows = try connection.query(
            "SELECT delivered_id FROM audit_forwarding WHERE id = 1\(fragment: lock)")
        guard try rows.first?.optionalInt64("delivered_id") == nil else { return }
        // Only what happens from now on: not the years before.
        try connection.execute(
            """
            UPDATE audit_forwarding SET delivered_id = (SELECT coalesce(max(id), 0) FROM audit_log)
            WHERE id = 1 AND delivered_id IS NULL
            """)
    }

    /// How things stand.
    static func forwarding(on connection: any SQLConnection) throws -> ForwardingState {
        let row = try connection.query(
            """
            SELECT delivered_id, holder, beat, (SELECT coalesce(max(id), 0) FROM audit_log) AS newest
            FROM audit_forwarding WHERE id = 1
            """)[0]
        return ForwardingState(
            deliveredID: try row.optionalInt64("delivered_id"), newestID: try row.int64("newest"),
            turn: ForwardingTurn(holder: try row.text("holder"), beat: try row.int64("beat")))
    }

    /// The entries with numbers above `id`, in their order.
    static func records(behind id: Int64, limit: Int, on connection: any SQLConnection) throws -> [AuditRecord] {
        try connection.query(
            """
            SELECT \(fragment: AuditQuery.selected) FROM audit_log WHERE id > \(id) ORDER BY id LIMIT \(limit)
            """
        ).map { try AuditRecord(row: $0) }
    }

    /// Writes whose turn it is, unless somebody else did; gives whether it was written.
    static func setTurn(
        _ turn: ForwardingTurn, insteadOf old: ForwardingTurn, on connection: any SQLConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE audit_forwarding SET holder = \(turn.holder), beat = \(turn.beat)
            WHERE id = 1 AND holder = \(old.holder) AND beat = \(old.beat)
            """) == 1
    }

    /// Notes how far entries have arrived, if it is still the holder's turn and anything is forwarded.
    static func setDelivered(_ id: Int64, holder: String, on connection: any SQLConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE audit_forwarding SET delivered_id = \(id)
            WHERE id = 1 AND holder = \(holder) AND delivered_id IS NOT NULL
            """) == 1
    }

    /// Forgets how far entries were sent.
    static func stopForwarding(on connection: any SQLConnection) throws {
        try connection.execute("UPDATE audit_forwarding SET delivered_id = NULL WHERE id = 1")
    }

    /// Makes it nobody's turn, if it is the process's.
    static func endTurn(of name: String, on connection: any SQLConnection) throws {
        try connection.execute("UPDATE audit_forwarding SET holder = '' WHERE id = 1 AND holder = \(name)")
    }
}
