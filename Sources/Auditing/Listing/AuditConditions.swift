import Listing
import SQL

/// What the entries of a list or an export have to satisfy, apart by whether an index finds them.
struct AuditConditions: Sendable {
    private static let columns = ListColumns([
        "id": .integer("id"), "op_time": .time("op_time"), "creation_time": .time("op_time"),
        "username": .text("username"), "operation": .text("operation"), "resource": .text("resource"),
        "resource_type": .text("resource_type"), "operation_description": .text("description"),
        "operation_result": .boolean("is_success"), "project_id": .integer("project_id"),
    ])

    /// Conditions for which there are indices.
    let indexed: [SQL]
    /// The others: every entry in question is looked at.
    let others: [SQL]

    /// Reads the conditions; throws `ListingError`.
    init(_ filters: [FilterTerm], dialect: Dialect) throws(ListingError) {
        indexed = try Self.columns.conditions(for: filters.filter(Self.isIndexed), dialect: dialect)
        others = try Self.columns.conditions(for: filters.filter { !Self.isIndexed($0) }, dialect: dialect)
    }

    /// Whether an index finds the entries that satisfy a condition.
    private static func isIndexed(_ term: FilterTerm) -> Bool {
        if case .fuzzy = term.condition { return false }
        let key = term.key.lowercased()
        return !key.hasPrefix("operation_") && !key.hasPrefix("operationd") && !key.hasPrefix("operationr")
    }
}
