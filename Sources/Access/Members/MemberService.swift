package import Identity
package import SQL
package import Time

/// Adds, lists and removes the members of projects.
package struct MemberService: Sendable {
    /// Why a membership could not be changed.
    package enum Failure: Error, CustomStringConvertible {
        case alreadyMember(String)
        case notMember(String)

        package var description: String {
            switch self {
            case .alreadyMember(let name): "\(name) is a member of the project already; delete the membership first"
            case .notMember(let name): "\(name) is not a member of the project"
            }
        }
    }

    private let database: any Database
    private let changes: ChangeSignal
    private let clock: WallClock

    package init(database: any Database, changes: ChangeSignal, clock: WallClock) {
        self.database = database
        self.changes = changes
        self.clock = clock
    }

    /// Gives a user a role in a project; throws `Failure.alreadyMember`.
    package func add(_ user: User, to project: ProjectFacts, role: ProjectRole) async throws {
        let now = clock.now
        do {
            try await changes.write(changing: [.project(project.name)]) { connection in
                try MemberStore.insert(
                    projectID: project.id, userID: user.id, role: role, now: now, on: connection)
            }
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw Failure.alreadyMember(user.username)
        }
    }

    /// Takes a user's role in a project away; throws `Failure.notMember`.
    package func remove(_ user: User, from project: ProjectFacts) async throws {
        let removed = try await changes.write(changing: [.project(project.name)]) { connection in
            try MemberStore.delete(projectID: project.id, userID: user.id, on: connection)
        }
        guard removed else { throw Failure.notMember(user.username) }
    }

    /// Lists the members of a project.
    package func list(of project: ProjectFacts) async throws -> [Member] {
        try await database.read { try MemberStore.list(projectID: project.id, on: $0) }
    }
}
