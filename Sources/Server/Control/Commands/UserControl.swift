import HTTPServing
import Identity
import Time

/// What the command line asks of users.
package enum UserControl: Codable, Sendable {
    case create(
        username: String, password: String, email: String, realName: String, comment: String, isAdministrator: Bool)
    case list(json: Bool)
    case delete(username: String)
    case setPassword(username: String, password: String)
    case setAdministrator(username: String, isAdministrator: Bool)

    /// The command in words for the log, without any password.
    var summary: String {
        switch self {
        case .create(let username, _, _, _, _, let isAdministrator):
            "create user \(username)\(isAdministrator ? " as administrator" : "")"
        case .list: "list users"
        case .delete(let username): "delete user \(username)"
        case .setPassword(let username, _): "set password of \(username)"
        case .setAdministrator(let username, let isAdministrator):
            "\(isAdministrator ? "give" : "take") \(username) the rights of an administrator"
        }
    }
}

/// Carries commands about users out.
struct UserCommandExecutor {
    private struct Line: Encodable {
        let userID: Int64
        let username: String
        let email: String
        let realname: String
        let comment: String
        let sysadminFlag: Bool
        let creationTime: String
    }

    let services: RegistryServices

    func execute(_ command: UserControl) async throws -> ControlOutcome {
        switch command {
        case .create(let username, let password, let email, let realName, let comment, let isAdministrator):
            let user = try await services.users.create(
                NewUser(
                    username: username, password: password, email: email, realName: realName, comment: comment,
                    isAdministrator: isAdministrator))
            return .success("created user \(user.username)")
        case .list(let json): return try await list(json: json)
        case .delete(let username):
            try await services.users.delete(named: username)
            return .success("deleted user \(username)")
        case .setPassword(let username, let password):
            try await services.users.changePassword(of: username, to: Password(password))
            return .success("changed the password of \(username)")
        case .setAdministrator(let username, let isAdministrator):
            try await services.users.setAdministrator(of: username, isAdministrator)
            return .success("\(username) is \(isAdministrator ? "" : "not ")an administrator now")
        }
    }

    private func list(json: Bool) async throws -> ControlOutcome {
        let users = try await services.users.list()
        guard json else {
            let rows = users.map {
                [String($0.id), $0.username, $0.email, $0.isAdministrator ? "administrator" : ""]
            }
            return .success(CommandTable.text(["ID", "NAME", "E-MAIL", "RIGHTS"], rows))
        }
        return .success(
            try CommandExecutor.json(
                users.map {
                    Line(
                        userID: $0.id, username: $0.username, email: $0.email, realname: $0.realName,
                        comment: $0.comment, sysadminFlag: $0.isAdministrator,
                        creationTime: HTTPDate.internet(secondsSince1970: Int($0.createdAt.seconds)))
                }))
    }
}
