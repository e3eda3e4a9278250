package import Listing
package import SQL
package import Time

/// Makes, lists, changes and deletes labels.
package struct LabelService: Sendable {
    private let database: any Database
    private let clock: WallClock

    package init(database: any Database, clock: WallClock) {
        self.database = database
        self.clock = clock
    }

    /// Makes a label and returns its number; no project: of the whole registry. Throws `LabelError.nameTaken` and
    /// `.unknownProject`.
    package func create(_ content: LabelContent, projectID: Int64?) async throws -> Int64 {
        let now = clock.now
        do {
            return try await database.write {
                try LabelStore.insert(content, projectID: projectID, now: now, on: $0)
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw LabelError.nameTaken(content.name)
        } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
            throw LabelError.unknownProject
        }
    }

    /// Finds a label; nil if there is none.
    package func find(_ id: Int64) async throws -> Label? {
        try await database.read { try LabelStore.find(id, on: $0) }
    }

    /// A page of a project's labels, or without a project of those of the whole registry; throws `ListingError`.
    package func list(_ request: ListRequest, projectID: Int64?) async throws -> Listed<Label> {
        let scope: SQL = if let projectID { "l.project_id = \(projectID)" } else { "l.project_id IS NULL" }
        return try await database.snapshot { try LabelStore.list(request, scope: scope, on: $0) }
    }

    /// Changes a label; throws `LabelError.unknown` and `.nameTaken`.
    package func update(_ id: Int64, to content: LabelContent) async throws {
        let now = clock.now
        do {
            let isThere = try await database.write { try LabelStore.update(id, to: content, now: now, on: $0) }
            if !isThere { throw LabelError.unknown(id) }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw LabelError.nameTaken(content.name)
        }
    }

    /// Deletes a label and takes it off every artifact; throws `LabelError.unknown`.
    package func delete(_ id: Int64) async throws {
        let isThere = try await database.write { try LabelStore.delete(id, on: $0) }
        if !isThere { throw LabelError.unknown(id) }
    }
}
