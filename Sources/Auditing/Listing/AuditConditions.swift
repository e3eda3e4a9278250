import Listing
import SQL

/// What the entries of a list or an export have to satisfy.
///
/// The log is gone through along one index, that of one condition at most; whether the entries met there satisfy the
/// rest has to be looked at one by one. So the work is bounded by what is looked at, whatever the log holds.
struct AuditConditions: Sendable {
    /// A condition along which the log can be gone through, the newest entries first.
    struct Path: Sendable {
        /// The condition.
        let condition: SQL
        /// The same as conditions of which every entry satisfies one at most; each has an index.
        let alternatives: [SQL]
    }

    /// More alternatives than these are no path.
    static let mostAlternatives = 50
    private static let columns = ListColumns([
        "id": .integer("id"), "op_time": .time("op_time"), "creation_time": .time("op_time"),
        "username": .plainText("username"), "operation": .plainText("operation"), "resource": .plainText("resource"),
        "resource_type": .plainText("resource_type"), "operation_description": .plainText("description"),
        "operation_result": .boolean("is_success"), "project_id": .integer("project_id"),
    ])
    private static let times: Set<String> = ["optime", "creationtime"]
    private static let indexed: Set<String> = [
        "id", "username", "operation", "resource", "resourcetype", "projectid",
    ]

    /// Conditions on the time, which every index has.
    private(set) var moments: [SQL] = []
    /// Conditions for which there are indices.
    private(set) var paths: [Path] = []
    /// The others.
    private(set) var others: [SQL] = []

    /// Reads the conditions; throws `ListingError`.
    init(_ filters: [FilterTerm], dialect: Dialect) throws(ListingError) {
        for term in filters {
            guard let condition = try Self.columns.conditions(for: [term], dialect: dialect).first else { continue }
            let key = term.key.lowercased().filter { $0 != "_" }
            if Self.times.contains(key) {
                moments.append(condition)
            } else if Self.indexed.contains(key), let values = Self.values(of: term.condition) {
                let terms = values.map { FilterTerm(key: term.key, condition: .exact($0)) }
                let alternatives = try Self.columns.conditions(for: terms, dialect: dialect)
                paths.append(Path(condition: condition, alternatives: alternatives))
            } else {
                others.append(condition)
            }
        }
    }

    /// Adds that entries are of one of some projects.
    mutating func add(projects: [Int64]) {
        paths.append(
            Path(
                condition: "project_id IN \(list: projects)", alternatives: projects.map { "project_id = \($0)" }))
    }

    /// The values of which one has to be met, each once; nil if the condition is of another kind or has too many.
    private static func values(of condition: FilterCondition) -> [FilterValue]? {
        switch condition {
        case .exact(let value): return [value]
        case .anyOf(let values):
            // Bytes are compared: Swift takes two forms of a letter for one, databases don't.
            var seen: Set<[UInt8]> = []
            let different = values.filter { seen.insert(Array($0.text.utf8)).inserted }
            return different.count <= mostAlternatives ? different : nil
        default: return nil
        }
    }
}
