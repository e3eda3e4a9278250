import Listing
import SQL
import Time

/// Everything that a filter selects of the audit log, the newest first, read in parts of bounded size.
///
/// Each part is a statement of its own, so that no transaction stays open however long the reader takes. What is
/// recorded after the first part isn't part of the export. Unlike a page, it looks at the whole log for conditions
/// without an index.
package struct AuditExport: Sendable {
    /// How many entries are looked at for a part; so many at most it has.
    package static let partSize = 2000
    private let database: any Database
    private let conditions: AuditConditions
    private let required: [SQL]
    private let isEmpty: Bool
    /// The number of the path along which the log is gone through; nil inside: by time alone.
    private var path: Int??
    private var place = AuditPlace.end
    private var isFinished = false

    init(database: any Database, conditions: AuditConditions, scope: AuditScope) {
        self.database = database
        self.conditions = conditions
        required = conditions.moments + scope.required
        isEmpty = scope == .projects([])
    }

    /// The next part, which may be empty though there are more; nil behind the last one. Throws `DatabaseError`.
    package mutating func next() async throws -> [AuditRecord]? {
        guard !isFinished, !isEmpty else { return nil }
        let path = try await chosenPath()
        let along = path.map { [conditions.paths[$0].condition] } ?? []
        let others =
            conditions.others + conditions.paths.enumerated().filter { $0.offset != path }.map(\.element.condition)
        let behind = along + required + ["(op_time, id) < (\(place.time), \(place.id))"]
        guard let end = try await place(passing: behind) else {
            isFinished = true
            return nil
        }
        place = end
        let reached = behind + ["(op_time, id) >= (\(end.time), \(end.id))"] + others
        return try await database.read { connection in
            try connection.query(
                """
                SELECT \(fragment: AuditQuery.selected) FROM audit_log\(fragment: .filter(by: reached))\
                \(fragment: AuditQuery.newestFirst)
                """
            ).map { try AuditRecord(row: $0) }
        }
    }

    /// Chooses the path once; one with several alternatives isn't in the order of time.
    private mutating func chosenPath() async throws -> Int? {
        if let path { return path }
        let conditions = conditions
        let chosen = try await database.snapshot { try AuditStore.path(of: conditions, on: $0) }
        let usable = chosen.flatMap { conditions.paths[$0].alternatives.count == 1 ? $0 : nil }
        path = .some(usable)
        return usable
    }

    /// Where the next part ends.
    private func place(passing conditions: [SQL]) async throws -> AuditPlace? {
        try await database.read { connection in
            let last = try connection.query(
                """
                SELECT op_time, id FROM audit_log\(fragment: .filter(by: conditions))\
                \(fragment: AuditQuery.newestFirst) LIMIT \(Self.partSize)
                """
            ).last
            return try last.map { AuditPlace(time: try $0.timestamp("op_time"), id: try $0.int64("id")) }
        }
    }
}
