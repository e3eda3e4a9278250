package import SQL
package import Time

/// Reads and writes the whole registry's allowlist; projects' own are among their settings.
package struct CVEAllowlistService: Sendable {
    private let database: any Database
    private let clock: WallClock

    package init(database: any Database, clock: WallClock) {
        self.database = database
        self.clock = clock
    }

    /// The list; an empty one as long as nobody has written it.
    package func list() async throws -> CVEAllowlist {
        try await database.read { try CVEAllowlistStore.systemList(on: $0) }
            ?? CVEAllowlist(id: 0, projectID: nil, content: .empty, createdAt: nil, updatedAt: nil)
    }

    /// Puts another list in its place.
    package func replace(with content: CVEAllowlistContent) async throws {
        let now = clock.now
        try await database.write { try CVEAllowlistStore.updateSystemList(content, now: now, on: $0) }
    }
}
