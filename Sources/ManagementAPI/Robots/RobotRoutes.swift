package import Access
package import Catalog
package import HTTPServing
import Hummingbird
import Listing
import OCI
package import Time

/// Robot accounts, of projects and of the system.
package struct RobotRoutes: Sendable {
    private static let list = "/robots"
    private static let one = "/robots/{robot_id}"
    private let robots: RobotService
    private let authorization: AuthorizationService
    private let projects: ProjectService
    private let clock: WallClock

    package init(
        robots: RobotService, authorization: AuthorizationService, projects: ProjectService, clock: WallClock
    ) {
        self.robots = robots
        self.authorization = authorization
        self.projects = projects
        self.clock = clock
    }

    /// Harbor's six operations.
    package var routes: [ManagementRoute] {
        [
            .decided(.get, Self.list, "ListRobot", by: Self.reason("list"), handler: list),
            .decided(
                .post, Self.list, "CreateRobot", by: Self.reason("create"),
                audit: AuditedAction(operation: "create", resourceType: "robot"), handler: create),
            .decided(.get, Self.one, "GetRobotByID", by: Self.reason("read"), handler: get),
            .decided(
                .put, Self.one, "UpdateRobot", by: Self.reason("update"),
                audit: AuditedAction(operation: "update", resourceType: "robot"), handler: update),
            .decided(
                .patch, Self.one, "RefreshSec", by: Self.reason("update"),
                audit: AuditedAction(operation: "update", resourceType: "robot"), handler: refresh),
            .decided(
                .delete, Self.one, "DeleteRobot", by: Self.reason("delete"),
                audit: AuditedAction(operation: "delete", resourceType: "robot"), handler: delete),
        ]
    }

    private static func reason(_ action: String) -> String {
        "robot:\(action) in the robot's project, or in the system for robots of the system"
    }

    @Sendable private func list(_ request: ManagementRequest) async throws -> Response {
        let asked = try RobotListRequest(request.listRequest())
        var project: Project?
        if let id = asked.projectID {
            project = try await projects.find(id: id)
            try await check(request, "list", isProject: true, in: project?.facts, named: String(id))
        } else {
            try await check(request, "list", isProject: false, in: nil)
        }
        let found = try await robots.list(asked.list, of: project?.id)
        let now = clock.now.seconds
        return try .list(found.elements, total: found.total, request: request) {
            RobotAnswer.write($1, now: now, to: &$0)
        }
    }

    @Sendable private func create(_ request: ManagementRequest) async throws -> Response {
        if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
        let body = try await RobotBody(request.body())
        let isProject = try body.level == .project
        let permissions = try body.permissions ?? []
        let projectName = isProject ? permissions.first?.place.namespace : nil
        if let projectName {
            let project = try await projects.find(named: projectName)
            try await check(request, "create", isProject: true, in: project?.facts, named: projectName)
        } else if isProject {
            throw RobotError.noPermissions
        } else {
            try await check(request, "create", isProject: false, in: nil)
        }
        let robot = try NewRobot(
            name: body.name, description: body.description ?? "", duration: body.duration,
            isDisabled: body.isDisabled ?? false, secret: body.secret, project: projectName, permissions: permissions)
        request.audit.resource = robot.name
        let (account, secret) = try await robots.create(robot, by: request.caller)
        note(account, request)
        return .created(location: "/api/v2.0/robots/\(account.id)") { writer in
            RobotAnswer.writeCreated(account, secret: secret, to: &writer)
        }
    }

    @Sendable private func get(_ request: ManagementRequest) async throws -> Response {
        let account = try await account(of: request, "read")
        let now = clock.now.seconds
        return .json { RobotAnswer.write(account, now: now, to: &$0) }
    }

    @Sendable private func update(_ request: ManagementRequest) async throws -> Response {
        let account = try await account(of: request, "update")
        let body = try await RobotBody(request.body())
        if let name = try body.givenName, ![account.name, account.shortName].contains(name) {
            throw RobotError.immutable("name")
        }
        if let level = try body.givenLevel, (level == .project) != (account.project != nil) {
            throw RobotError.immutable("level")
        }
        let change = RobotChange(
            description: try body.description, duration: try body.duration, isDisabled: try body.isDisabled,
            permissions: try body.permissions)
        try await robots.update(id: account.id, with: change, by: request.caller)
        return .ok()
    }

    @Sendable private func refresh(_ request: ManagementRequest) async throws -> Response {
        let account = try await account(of: request, "update")
        let given = try await RobotBody(request.body()).secret
        let secret = try await robots.refreshSecret(of: account.id, to: given, by: request.caller)
        // Whoever brought the secret knows it.
        return .json { writer in writer.object { $0.member("secret", given == nil ? secret : "") } }
    }

    @Sendable private func delete(_ request: ManagementRequest) async throws -> Response {
        let account = try await account(of: request, "delete")
        try await robots.delete(id: account.id)
        return .ok()
    }

    /// The robot of the path, once the caller was found to have the right.
    ///
    /// A missing robot is told apart from another's only to those with the right to all.
    private func account(of request: ManagementRequest, _ action: String) async throws -> RobotAccount {
        if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
        let account: RobotAccount
        do {
            account = try await robots.find(id: request.integer("robot_id"))
        } catch RobotError.unknown(let id) {
            try await check(request, action, isProject: false, in: nil)
            throw RobotError.unknown(id)
        }
        try await check(request, action, isProject: account.project != nil, in: account.project)
        note(account, request)
        return account
    }

    private func note(_ account: RobotAccount, _ request: ManagementRequest) {
        request.audit.resource = account.name
        request.audit.projectID = account.project?.id
    }

    /// Throws 401 or 403 unless the caller may do something with robots; a missing project is a 404 to administrators.
    private func check(
        _ request: ManagementRequest, _ action: String, isProject: Bool, in project: ProjectFacts?,
        named name: String = ""
    ) async throws {
        if case .anonymous = request.caller { throw HTTPFailure.unauthenticated }
        let permission = Permission("robot", action)
        if let project {
            guard try await authorization.allows(request.caller, permission, in: project) else {
                throw HTTPFailure.forbidden()
            }
        } else if isProject {
            throw request.caller.isAdministrator ? HTTPFailure.notFound("project \(name) not found") : .forbidden()
        } else {
            guard try await authorization.allowsSystem(request.caller, permission) else {
                throw HTTPFailure.forbidden()
            }
        }
    }
}

extension RobotError: ManagementFailure {
    /// 400 for wrong parts, 403 beyond the caller's rights, 404 for what isn't there, 409 for a taken name.
    package var httpFailure: HTTPFailure {
        switch self {
        case .unknownProject, .unknown: .notFound(description)
        case .nameTaken: .conflict(description)
        case .beyondOwnRights: .denied(description)
        default: .badRequest(description)
        }
    }
}
