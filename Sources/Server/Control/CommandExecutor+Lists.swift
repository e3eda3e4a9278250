import Access
import Catalog
import HTTPServing
import Identity
import SQL
import Time

/// The commands that list, as a table or as JSON.
extension CommandExecutor {
    private struct UserLine: Encodable {
        let userID: Int64
        let username: String
        let email: String
        let realname: String
        let comment: String
        let sysadminFlag: Bool
        let creationTime: String
    }

    private struct ProjectLine: Encodable {
        let projectID: Int64
        let name: String
        let `public`: Bool
        let allowSparseIndex: Bool
        let creationTime: String
    }

    private struct MemberLine: Encodable {
        let id: Int64
        let entityName: String
        let roleID: Int64
        let roleName: String
    }

    func listUsers(json: Bool) async throws -> ControlOutcome {
        let users = try await services.users.list()
        guard json else {
            let rows = users.map {
                [String($0.id), $0.username, $0.email, $0.isAdministrator ? "administrator" : ""]
            }
            return .success(Self.table(["ID", "NAME", "E-MAIL", "RIGHTS"], rows))
        }
        return .success(
            try Self.json(
                users.map {
                    UserLine(
                        userID: $0.id, username: $0.username, email: $0.email, realname: $0.realName,
                        comment: $0.comment, sysadminFlag: $0.isAdministrator,
                        creationTime: HTTPDate.internet(secondsSince1970: Int($0.createdAt.seconds)))
                }))
    }

    func listProjects(json: Bool) async throws -> ControlOutcome {
        let projects = try await services.projects.list()
        guard json else {
            let rows = projects.map { [String($0.id), $0.name, $0.isPublic ? "public" : "private"] }
            return .success(Self.table(["ID", "NAME", "ACCESS"], rows))
        }
        return .success(
            try Self.json(
                projects.map {
                    ProjectLine(
                        projectID: $0.id, name: $0.name, public: $0.isPublic,
                        allowSparseIndex: $0.allowsSparseIndex,
                        creationTime: HTTPDate.internet(secondsSince1970: Int($0.createdAt.seconds)))
                }))
    }

    func listMembers(_ name: String, json: Bool) async throws -> ControlOutcome {
        guard let project = try await services.projects.find(named: name) else { throw ProjectError.unknown(name) }
        let members = try await services.members.list(of: project.facts)
        guard json else {
            return .success(
                Self.table(["ID", "USER", "ROLE"], members.map { [String($0.id), $0.name, $0.roleName] }))
        }
        return .success(
            try Self.json(
                members.map {
                    MemberLine(
                        id: $0.id, entityName: $0.name, roleID: $0.roleID, roleName: $0.roleName)
                }))
    }

    /// Lines up columns with two spaces between them.
    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
