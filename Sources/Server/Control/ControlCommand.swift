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
