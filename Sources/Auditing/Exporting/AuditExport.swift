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
    /// Conditions that an index finds, by which the log is gone through.
    private let indexed: [SQL]
    /// Conditions that each of the entries gone through is asked for.
    private let others: [SQL]
    private let isEmpty: Bool
    private var place = AuditPlace.end
    private var isFinished = false

    init(database: any Database, filters: [FilterTerm], scope: AuditScope) throws(ListingError) {
        self.database = database
        let conditions = try AuditConditions(filters, dialect: database.dialect)
        switch scope {
        case .projects(let projects) where projects.count == 1:
            indexed = conditions.indexed + ["project_id = \(projects[0])"]
            others = conditions.others
        case .projects(let projects):
            indexed = conditions.indexed
            others = ["project_id IN \(list: projects)"] + conditions.others
        case .everyProject: (indexed, others) = (conditions.indexed, ["project_id > 0"] + conditions.others)
        case .everything: (indexed, others) = (conditions.indexed, conditions.others)
        }
        isEmpty = scope == .projects([])
    }

    /// The next part, which may be empty though there are more; nil behind the last one. Throws `DatabaseError`.
    package mutating func next() async throws -> [AuditRecord]? {
        guard !isFinished, !isEmpty else { return nil }
        let behind = indexed + ["(op_time, id) < (\(place.time), \(place.id))"]
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
