/// What the command line asks of a registry, be it a running one or the files of a stopped one.
package enum ControlCommand: Codable, Sendable {
    case createUser(
        username: String, password: String, email: String, realName: String, comment: String, isAdministrator: Bool)
    case listUsers(json: Bool)
    case deleteUser(username: String)
    case setPassword(username: String, password: String)
    case createProject(name: String, isPublic: Bool, allowsSparseIndex: Bool, owner: String?)
    case listProjects(json: Bool)
    case deleteProject(name: String)
    case addMember(project: String, username: String, role: String)
    case listMembers(project: String, json: Bool)
    case removeMember(project: String, username: String)
    case verify(json: Bool)
    case collectGarbage(isDryRun: Bool, gracePeriod: Int64, json: Bool)
}

extension ControlCommand {
    /// The command in words for the log, without any password.
    var summary: String {
        switch self {
        case .createUser(let username, _, _, _, _, let isAdministrator):
            "create user \(username)\(isAdministrator ? " as administrator" : "")"
        case .listUsers: "list users"
        case .deleteUser(let username): "delete user \(username)"
        case .setPassword(let username, _): "set password of \(username)"
        case .createProject(let name, let isPublic, _, _): "create \(isPublic ? "public" : "private") project \(name)"
        case .listProjects: "list projects"
        case .deleteProject(let name): "delete project \(name)"
        case .addMember(let project, let username, let role): "add \(username) to \(project) as \(role)"
        case .listMembers(let project, _): "list members of \(project)"
        case .removeMember(let project, let username): "remove \(username) from \(project)"
        case .verify: "verify"
        case .collectGarbage(let isDryRun, _, _): isDryRun ? "gc, dry run" : "gc"
        }
    }
}

/// What a command led to.
package struct ControlOutcome: Codable, Sendable {
    /// 0 well, 1 a problem found, 2 wrong usage.
    package var exitCode: Int32
    /// For standard output.
    package var output: String
    /// For standard error.
    package var complaint: String

    static func success(_ output: String = "") -> ControlOutcome {
        ControlOutcome(exitCode: 0, output: output, complaint: "")
    }

    static func failure(_ complaint: String, exitCode: Int32 = 1) -> ControlOutcome {
        ControlOutcome(exitCode: exitCode, output: "", complaint: complaint)
    }
}
