import Listing
import OCI
import SQL

/// The artifacts that a list looks among.
package enum ArtifactScope: Sendable {
    case repository(Int64)
    /// Those of a project, in the repositories of these numbers or in all.
    case project(Int64, repositories: [Int64]?)
}

/// Turns a request for a list of artifacts into conditions and an order, on an artifact `a`.
struct ArtifactFilter: Sendable {
    private static let columns: [String: ListColumns.Column] = [
        "id": .integer("a.id"), "type": .text("a.type"), "media_type": .text("a.config_media_type"),
        "manifest_media_type": .text("a.media_type"), "artifact_type": .text("a.artifact_type"),
        "digest": .text("a.digest"), "size": .integer("a.total_size"), "push_time": .time("a.pushed_at"),
        "pull_time": .time("a.pulled_at"), "repository_id": .integer("a.repository_id"),
        "repository_name": .text("r.name"),
    ]
    private static let list = ListColumns(columns, ignored: ["project_id", "icon", "annotations", "extra_attrs"])

    /// What Harbor shows unless asked otherwise: no accessories, and no parts of an index that have no tag.
    ///
    /// Not EXISTS but one value: of an EXISTS PostgreSQL may make a hash table of the whole table.
    static let base: SQL = """
        a.accessory_subject IS NULL AND ((SELECT 1 FROM artifact_child c WHERE c.child_id = a.id LIMIT 1) IS NULL
            OR (SELECT 1 FROM tag t WHERE t.artifact_id = a.id LIMIT 1) IS NOT NULL)
        """

    /// To be joined with AND.
    let conditions: [SQL]
    let order: SQL

    /// Throws `ListingError` for keys and values that the list doesn't know.
    init(_ request: ListRequest, dialect: Dialect) throws(ListingError) {
        var conditions: [SQL] = []
        if let base = request.condition(on: "base") {
            guard case .exact(let value) = base, value.text == "*" else { throw .unsupportedCondition(key: "base") }
        } else {
            conditions.append(Self.base)
        }
        if let tags = request.condition(on: "tags") { conditions += try Self.tags(tags, dialect: dialect) }
        if let labels = request.condition(on: "labels") { conditions += try Self.labels(labels) }
        let rest = request.removing("base").removing("tags").removing("labels")
        conditions += try Self.list.conditions(for: rest.filters, dialect: dialect)
        self.conditions = conditions
        order = Self.list.order(by: request.sort, default: "a.pushed_at DESC", tieBreak: "a.id DESC")
    }

    private static func tags(_ condition: FilterCondition, dialect: Dialect) throws(ListingError) -> [SQL] {
        switch condition {
        case .exact(let value) where value.text == "nil": return ["NOT \(fragment: tag())"]
        case .exact(let value) where value.text == "*": return [tag()]
        case .exact(let value): return [tag(" AND t.repository_id = a.repository_id AND t.name = \(value.text)")]
        case .fuzzy(let text):
            return [tag(" AND \(fragment: .contains("t.name", text, dialect: dialect))")]
        case .anyOf(let values):
            return [tag(" AND t.repository_id = a.repository_id AND t.name IN \(list: values.map(\.text))")]
        case .allOf(let values):
            return values.map { tag(" AND t.repository_id = a.repository_id AND t.name = \($0.text)") }
        case .range: throw .unsupportedCondition(key: "tags")
        }
    }

    private static func tag(_ condition: SQL = "") -> SQL {
        "((SELECT 1 FROM tag t WHERE t.artifact_id = a.id\(fragment: condition) LIMIT 1) IS NOT NULL)"
    }

    private static func labels(_ condition: FilterCondition) throws(ListingError) -> [SQL] {
        let values: [FilterValue]
        switch condition {
        case .exact(let value): values = [value]
        case .anyOf(let any), .allOf(let any): values = any
        case .fuzzy, .range: throw .unsupportedCondition(key: "labels")
        }
        var numbers: [Int64] = []
        for value in values {
            guard let number = value.integer else { throw .wrongType(key: "labels", expected: "numbers of labels") }
            numbers.append(number)
        }
        if case .anyOf = condition { return [label(" IN \(list: numbers)")] }
        return numbers.map { label(" = \($0)") }
    }

    private static func label(_ condition: SQL) -> SQL {
        """
        ((SELECT 1 FROM artifact_label l WHERE l.artifact_id = a.id AND l.label_id\(fragment: condition) LIMIT 1)
            IS NOT NULL)
        """
    }
}
