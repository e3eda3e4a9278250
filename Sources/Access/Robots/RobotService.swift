import Cryptography
import Identity
package import SQL
package import SystemConfiguration
package import Time

/// Makes, lists, changes and deletes robot accounts.
package struct RobotService: Sendable {
    let database: any Database
    private let changes: ChangeSignal
    let configuration: ConfigurationService
    private let authorization: AuthorizationService
    let clock: WallClock

    package init(
        database: any Database, changes: ChangeSignal, configuration: ConfigurationService,
        authorization: AuthorizationService, clock: WallClock
    ) {
        self.database = database
        self.changes = changes
        self.configuration = configuration
        self.authorization = authorization
        self.clock = clock
    }

    /// Makes an account and returns it with its secret, which nobody sees again.
    ///
    /// Throws `RobotError.nameTaken`, `.unknownProject`, and `.beyondOwnRights` if it would have more rights than its
    /// maker; that the maker may make robots is for the caller to check.
    package func create(
        _ robot: NewRobot, by maker: Principal
    ) async throws -> (account: RobotAccount, secret: String) {
        let projects = try await projects(of: robot.permissions)
        try await checkRights(of: maker, over: robot.permissions, in: projects)
        let secret = try robot.secret ?? SecureRandom.password(length: 32)
        let stored = try RobotSecret(secret)
        let values = try await configuration.values()
        let creator = Self.creator(maker)
        let now = clock.now
        let account = try await naming(robot.name, projects) {
            try await database.write { connection in
                let projectID = try robot.project.map { name in
                    guard let project = projects[name] else { throw RobotError.unknownProject(name) }
                    return project.id
                }
                let id = try RobotStore.insert(
                    robot, projectID: projectID, secret: stored, duration: robot.duration ?? values.robotTokenDays,
                    creator: creator, now: now, on: connection)
                try RobotStore.setPermissions(robot.permissions, of: id, projects: projects, on: connection)
                return try RobotStore.find(id: id, prefix: values.robotNamePrefix, on: connection)
            }
        }
        guard let account else { throw RobotError.invalidName }
        return (account, secret)
    }

    /// An account by its number; throws `RobotError.unknown`.
    package func find(id: Int64) async throws -> RobotAccount {
        let prefix = try await configuration.values().robotNamePrefix
        guard let found = try await database.snapshot({ try RobotStore.find(id: id, prefix: prefix, on: $0) }) else {
            throw RobotError.unknown(id)
        }
        return found
    }

    /// Changes an account; rights that it loses end with its next request.
    ///
    /// Throws `RobotError`; `.beyondOwnRights` also if it has rights already that the changer lacks.
    package func update(id: Int64, with change: RobotChange, by changer: Principal) async throws {
        let robot = try await find(id: id)
        try await checkRights(of: changer, over: robot.permissions, in: projects(of: robot.permissions))
        if let permissions = change.permissions { try NewRobot.check(permissions, project: robot.project?.name) }
        let wanted = change.permissions ?? robot.permissions
        let projects = try await projects(of: wanted)
        try await checkRights(of: changer, over: wanted, in: projects)
        let duration = try await self.duration(change.duration, of: robot)
        let now = clock.now
        try await naming(robot.name, projects) {
            try await changes.write(changing: [.robot(id)]) { connection in
                guard try RobotStore.lock(id: id, on: connection) else { throw RobotError.unknown(id) }
                try RobotStore.update(robot, with: change, duration: duration, now: now, on: connection)
                if let permissions = change.permissions {
                    try RobotStore.setPermissions(permissions, of: id, projects: projects, on: connection)
                }
            }
        }
    }

    /// Gives an account another secret and returns it; tokens of the old one end. With `secret`, that is the new one.
    ///
    /// Throws `RobotError.unknown`, `.weakSecret`, `.beyondOwnRights`: who sets a secret has the robot's rights.
    package func refreshSecret(of id: Int64, to secret: String?, by changer: Principal) async throws -> String {
        if let secret { try RobotSecret.check(secret) }
        let robot = try await find(id: id)
        try await checkRights(of: changer, over: robot.permissions, in: projects(of: robot.permissions))
        let fresh = try secret ?? SecureRandom.password(length: 32)
        let stored = try RobotSecret(fresh)
        let now = clock.now
        let changed = try await changes.write(changing: [.robot(id)]) { connection in
            try RobotStore.updateSecret(id: id, to: stored, now: now, on: connection)
        }
        guard changed else { throw RobotError.unknown(id) }
        return fresh
    }

    /// Deletes an account; throws `RobotError.unknown`.
    package func delete(id: Int64) async throws {
        let deleted = try await changes.write(changing: [.robot(id)]) { try RobotStore.delete(id: id, on: $0) }
        guard deleted else { throw RobotError.unknown(id) }
    }

    /// The projects that permissions name, as far as they exist.
    private func projects(of permissions: [RobotPermission]) async throws -> [String: ProjectFacts] {
        let names = permissions.compactMap { entry -> String? in
            if case .project(let name) = entry.place { name } else { nil }
        }
        guard !names.isEmpty else { return [:] }
        return try await database.read { try RobotStore.projects(named: Array(Set(names)), on: $0) }
    }

    private func duration(_ asked: Int64?, of robot: RobotAccount) async throws -> Int64 {
        guard let asked else { return robot.duration }
        if let days = try NewRobot.checked(asked) { return days }
        return try await configuration.values().robotTokenDays
    }

    private static func creator(_ maker: Principal) -> RobotCreator {
        switch maker {
        case .anonymous: RobotCreator(isRobot: false, id: 0)
        case .user(let user): RobotCreator(isRobot: false, id: user.id)
        case .robot(let robot): RobotCreator(isRobot: true, id: robot.id)
        }
    }

    private func naming<T: Sendable>(
        _ name: String, _ projects: [String: ProjectFacts], _ body: () async throws -> T
    ) async throws -> T {
        do {
            return try await body()
        } catch let error as DatabaseError where error.kind == .uniqueViolation {
            throw RobotError.nameTaken(name)
        } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
            throw RobotError.unknownProject(projects.keys.min() ?? name)
        }
    }
}

/// Nobody makes a robot that may do more than themselves.
extension RobotService {
    /// Throws `RobotError.beyondOwnRights` unless a principal has all of some permissions, and `.unknownProject` if a
    /// project is missing and the principal may know that.
    private func checkRights(
        of principal: Principal, over permissions: [RobotPermission], in projects: [String: ProjectFacts]
    ) async throws {
        for entry in permissions {
            switch entry.place {
            case .system: try await checkSystem(principal, entry)
            case .everyProject: try checkEveryProject(principal, entry)
            case .project(let name):
                guard let project = projects[name] else {
                    if principal.isAdministrator { throw RobotError.unknownProject(name) }
                    throw RobotError.beyondOwnRights(entry.permissions[0])
                }
                let lacking = try await authorization.firstLacking(
                    Set(entry.permissions), of: principal, in: project, repositories: entry.repositories)
                if let lacking { throw RobotError.beyondOwnRights(lacking) }
            }
        }
    }

    private func checkSystem(_ principal: Principal, _ entry: RobotPermission) async throws {
        for permission in entry.permissions where try await !authorization.allowsSystem(principal, permission) {
            throw RobotError.beyondOwnRights(permission)
        }
    }

    private func checkEveryProject(_ principal: Principal, _ entry: RobotPermission) throws {
        if principal.isAdministrator { return }
        var held: Set<Permission> = []
        if case .robot(let robot) = principal {
            let grants = robot.grants.everyProject
            for grant in grants where grant.repositories == nil || grant.repositories == entry.repositories {
                held.formUnion(grant.permissions)
            }
        }
        if let lacking = entry.permissions.first(where: { !held.contains($0) }) {
            throw RobotError.beyondOwnRights(lacking)
        }
    }
}
