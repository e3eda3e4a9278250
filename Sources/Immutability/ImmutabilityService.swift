package import Admission
package import Listing
import OCI
package import SQL
package import Time

/// Keeps the tags that a project's rules name as they are, and looks after those rules.
package struct ImmutabilityService: Sendable {
    /// The most rules of a project: every push tries them all.
    package static let maximumRules = 50
    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock
    private let remembered: ChangeAwareCache<Int64, [ImmutableRule]>

    package init(database: any Database, changes: ChangeSignal, clock: WallClock) {
        self.database = database
        self.changes = changes
        self.clock = clock
        remembered = ChangeAwareCache(capacity: 10_000, changes: changes) { topic in
            switch topic {
            case .project, .everything: .all
            default: .none
            }
        }
    }

    /// What is checked before a tag is moved or removed.
    ///
    /// The rules are read in the transaction of the change: one that was made on another node counts at once.
    package var tagCheck: TagCheck {
        TagCheck { tags, place, connection in
            try ImmutableRuleStore.all(projectID: place.projectID, on: connection)
                .immutable(tags, repositoryPath: place.name.path)
        }
    }

    /// Of some tags of a repository, named without its project, those that may be neither moved nor deleted; for
    /// showing, from what is remembered.
    package func immutableTags(
        projectID: Int64, repositoryPath: String, tags: [String]
    ) async throws -> Set<String> {
        let rules = try await remembered.value(for: projectID) {
            try await database.read { try ImmutableRuleStore.all(projectID: projectID, on: $0) }
        }
        return (rules ?? []).immutable(tags, repositoryPath: repositoryPath)
    }

    /// The rules of a project; throws `ListingError`.
    package func list(_ request: ListRequest, projectID: Int64) async throws -> Listed<ImmutableRule> {
        let columns = ListColumns([
            "id": .integer("id"), "priority": .integer("priority"), "disabled": .boolean("is_disabled"),
            "creation_time": .time("created_at"), "update_time": .time("updated_at"),
        ])
        return try await database.snapshot { connection in
            let conditions = try columns.conditions(for: request.filters, dialect: connection.dialect)
            let filter = SQL.filter(by: ["project_id = \(projectID)"] + conditions)
            let order = columns.order(by: request.sort, default: "id", tieBreak: "id")
            let rows = try connection.query(
                """
                SELECT \(fragment: ImmutableRuleStore.columns) FROM immutable_rule\(fragment: filter)\(fragment: order)
                LIMIT \(request.page.limit) OFFSET \(request.page.offset)
                """)
            let total = try connection.query("SELECT count(*) AS total FROM immutable_rule\(fragment: filter)")[0]
            return Listed(elements: try rows.map { try ImmutableRule(row: $0) }, total: try total.int64("total"))
        }
    }

    /// Finds a rule of a project; throws `ImmutabilityError.unknown`.
    package func rule(_ id: Int64, projectID: Int64) async throws -> ImmutableRule {
        let rules = try await database.read { try ImmutableRuleStore.all(projectID: projectID, on: $0) }
        guard let rule = rules.first(where: { $0.id == id }) else { throw ImmutabilityError.unknown(id) }
        return rule
    }

    /// Makes a rule and returns its number; throws `ImmutabilityError.identical`, `.tooMany`, `.projectGone`.
    package func create(_ rule: ImmutableRuleContent, projectID: Int64, projectName: String) async throws -> Int64 {
        let now = clock.now
        return try await refusingIdentical {
            try await changes.write(changing: [.project(projectName)]) { connection in
                guard let count = try ImmutableRuleStore.lockAndCount(projectID: projectID, on: connection) else {
                    throw ImmutabilityError.projectGone
                }
                guard count < Self.maximumRules else { throw ImmutabilityError.tooMany(limit: Self.maximumRules) }
                return try ImmutableRuleStore.insert(rule, projectID: projectID, now: now, on: connection)
            }
        }
    }

    /// Replaces a rule; throws `ImmutabilityError.unknown`, `.identical`.
    package func update(
        _ id: Int64, to rule: ImmutableRuleContent, projectID: Int64, projectName: String
    ) async throws {
        let now = clock.now
        try await refusingIdentical {
            try await changes.write(changing: [.project(projectName)]) { connection in
                guard try ImmutableRuleStore.update(id, to: rule, projectID: projectID, now: now, on: connection) else {
                    throw ImmutabilityError.unknown(id)
                }
            }
        }
    }

    /// Deletes a rule; throws `ImmutabilityError.unknown`.
    package func delete(_ id: Int64, projectID: Int64, projectName: String) async throws {
        try await changes.write(changing: [.project(projectName)]) { connection in
            let count = try connection.execute(
                "DELETE FROM immutable_rule WHERE id = \(id) AND project_id = \(projectID)")
            guard count > 0 else { throw ImmutabilityError.unknown(id) }
        }
    }

    private func refusingIdentical<Result>(_ write: () async throws -> Result) async throws -> Result {
        do {
            return try await write()
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw ImmutabilityError.identical
        }
    }
}
