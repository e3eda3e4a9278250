import Access
import Catalog
import Identity
import OCI

/// What the command line asks of the members of projects.
package enum MemberControl: Codable, Sendable {
    /// `group`: whether the name is a group's; `repositories`: a pattern of repositories, empty for the whole project.
    case add(project: String, name: String, group: Bool, role: String, repositories: String)
    case list(project: String, json: Bool)
    case setRole(project: String, name: String, role: String)
    case remove(project: String, name: String)

    /// The command in words for the log.
    var summary: String {
        switch self {
        case .add(let project, let name, _, let role, _): "add \(name) to \(project) as \(role)"
        case .list(let project, _): "list members of \(project)"
        case .setRole(let project, let name, let role): "make \(name) \(role) of \(project)"
        case .remove(let project, let name): "remove \(name) from \(project)"
        }
    }
}

/// Carries commands about members out.
struct MemberCommandExecutor {
    private struct Line: Encodable {
        let id: Int64
        let entityName: String
        let entityType: String
        let roleID: Int64
        let roleName: String
        let repositoryPattern: String?
    }

    let services: RegistryServices

    func execute(_ command: MemberControl) async throws -> ControlOutcome {
        switch command {
        case .add(let project, let name, let isGroup, let role, let pattern):
            let role = try await self.role(role)
            _ = try await services.members.add(
                isGroup ? .groupName(name, type: nil) : .username(name), to: facts(project), roleID: role.id,
                repositories: pattern.isEmpty ? nil : Glob(pattern))
            return .success("added \(name) to \(project) as \(role.name)")
        case .list(let project, let json): return try await list(project, json: json)
        case .setRole(let project, let name, let text):
            let (role, facts) = (try await self.role(text), try await facts(project))
            for member in try await memberships(of: name, in: facts) {
                try await services.members.update(id: member.id, in: facts, roleID: role.id, repositories: nil)
            }
            return .success("\(name) is \(role.name) of \(project) now")
        case .remove(let project, let name):
            let facts = try await facts(project)
            for member in try await memberships(of: name, in: facts) {
                try await services.members.remove(id: member.id, from: facts)
            }
            return .success("removed \(name) from \(project)")
        }
    }

    private func facts(_ name: String) async throws -> ProjectFacts {
        try await ProjectCommandExecutor(services: services).find(name).facts
    }

    /// All memberships of a user or group; throws `MemberError.notMember` if there is none.
    private func memberships(of name: String, in project: ProjectFacts) async throws -> [Member] {
        let found = try await services.members.list(of: project).filter { $0.name == name }
        guard !found.isEmpty else { throw MemberError.notMember(name) }
        return found
    }

    /// A role by its name, one of Harbor's or one of the registry's own.
    private func role(_ name: String) async throws -> Role {
        let roles = try await services.roles.list()
        guard let role = roles.first(where: { $0.name.lowercased() == name.lowercased() }) else {
            throw CommandExecutor.WrongUsage(
                description: "there is no role \(name): it is one of \(roles.map(\.name).joined(separator: ", "))")
        }
        return role
    }

    private func list(_ project: String, json: Bool) async throws -> ControlOutcome {
        let members = try await services.members.list(of: facts(project))
        guard json else {
            let rows = members.map { member in
                [String(member.id), member.name, member.roleName, member.repositories?.description ?? ""]
            }
            return .success(CommandTable.text(["ID", "NAME", "ROLE", "REPOSITORIES"], rows))
        }
        return .success(
            try CommandExecutor.json(
                members.map { member in
                    let isUser = if case .user = member.entity { true } else { false }
                    return Line(
                        id: member.id, entityName: member.name, entityType: isUser ? "u" : "g",
                        roleID: member.roleID, roleName: member.roleName,
                        repositoryPattern: member.repositories?.description)
                }))
    }
}
