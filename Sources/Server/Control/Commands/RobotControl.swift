import Access
import Catalog
import HTTPServing
import Identity
import Listing
import SystemConfiguration
import Time

/// What the command line asks of robot accounts; without a project they are those of the system.
package enum RobotControl: Codable, Sendable {
    /// `permissions` as `resource:action`; `days`: -1 for ever, nil for what the configuration says.
    case create(name: String, project: String?, permissions: [String], days: Int64?, description: String)
    case list(project: String?, json: Bool)
    /// `name` as the robot signs in.
    case refreshSecret(name: String)
    case delete(name: String)

    /// The command in words for the log.
    var summary: String {
        switch self {
        case .create(let name, let project, _, _, _): "create robot \(name)\(project.map { " of \($0)" } ?? "")"
        case .list: "list robots"
        case .refreshSecret(let name): "make a new secret for robot \(name)"
        case .delete(let name): "delete robot \(name)"
        }
    }
}

/// Carries commands about robot accounts out, with an administrator's rights.
struct RobotCommandExecutor {
    private struct Line: Encodable {
        let id: Int64
        let name: String
        let level: String
        let description: String
        let disable: Bool
        let expiresAt: Int64
        let lastUsedAt: String?
    }

    let services: RegistryServices

    func execute(_ command: RobotControl) async throws -> ControlOutcome {
        switch command {
        case .create(let name, let project, let permissions, let days, let description):
            let place: RobotPermission.Place = project.map { .project($0) } ?? .everyProject
            let granted = try RobotPermission(place: place, permissions: permissions.map(Self.permission))
            let robot = try NewRobot(
                name: name, description: description, duration: days, project: project, permissions: [granted])
            let made = try await services.robots.create(robot, by: administrator())
            return .success("created robot \(made.account.name)\nsecret: \(made.secret)")
        case .list(let project, let json): return try await list(project, json: json)
        case .refreshSecret(let name):
            let secret = try await services.robots.refreshSecret(of: find(name).id, to: nil, by: administrator())
            return .success("secret: \(secret)")
        case .delete(let name):
            try await services.robots.delete(id: find(name).id)
            return .success("deleted robot \(name)")
        }
    }

    private static func permission(_ text: String) throws -> Permission {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw CommandExecutor.WrongUsage(
                description: "\(text) is no permission: it has the form resource:action, such as repository:pull")
        }
        return Permission(String(parts[0]), String(parts[1]))
    }

    private func administrator() async throws -> Principal {
        guard let user = try await services.users.list().first(where: \.isAdministrator) else {
            throw AccountError.unknown("admin")
        }
        return .user(user)
    }

    private func all(_ projectID: Int64?) async throws -> [RobotAccount] {
        try await services.robots.list(ListRequest(page: .everything), of: projectID).elements
    }

    /// A robot by the name that it signs in with: of the system, or of the project in the name.
    private func find(_ name: String) async throws -> RobotAccount {
        var projectID: Int64?
        let prefix = try await services.configuration.values().robotNamePrefix
        if let plus = name.firstIndex(of: "+") {
            let project = name[..<plus].trimmingPrefix(prefix)
            projectID = try await ProjectCommandExecutor(services: services).find(String(project)).id
        }
        guard let found = try await all(projectID).first(where: { $0.name == name || $0.name == prefix + name }) else {
            throw CommandExecutor.WrongUsage(description: "there is no robot account \(name)")
        }
        return found
    }

    private func list(_ project: String?, json: Bool) async throws -> ControlOutcome {
        var projectID: Int64?
        if let project { projectID = try await ProjectCommandExecutor(services: services).find(project).id }
        let robots = try await all(projectID)
        guard json else {
            let rows = robots.map { robot in
                [
                    String(robot.id), robot.name, robot.isDisabled ? "disabled" : "",
                    robot.expiresAt < 0 ? "never" : Self.time(robot.expiresAt),
                    robot.lastUsedAt.map { Self.time($0.seconds) } ?? "never",
                ]
            }
            return .success(CommandTable.text(["ID", "NAME", "STATE", "EXPIRES", "LAST USED"], rows))
        }
        return .success(
            try CommandExecutor.json(
                robots.map { robot in
                    Line(
                        id: robot.id, name: robot.name, level: robot.project == nil ? "system" : "project",
                        description: robot.description, disable: robot.isDisabled, expiresAt: robot.expiresAt,
                        lastUsedAt: robot.lastUsedAt.map { Self.time($0.seconds) })
                }))
    }

    private static func time(_ seconds: Int64) -> String { HTTPDate.internet(secondsSince1970: Int(seconds)) }
}
