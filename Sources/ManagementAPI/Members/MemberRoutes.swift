package import Access
import Catalog
package import HTTPServing
import Hummingbird
import Listing
import OCI

/// The members of projects: users and groups, and their roles.
package struct MemberRoutes: Sendable {
    private static let list = "/projects/{project_name_or_id}/members"
    private static let one = "/projects/{project_name_or_id}/members/{mid}"
    private let members: MemberService

    package init(members: MemberService) {
        self.members = members
    }

    /// Harbor's five operations.
    package var routes: [ManagementRoute] {
        [
            .project(.get, Self.list, "listProjectMembers", Permission("member", "list"), handler: list),
            .project(
                .post, Self.list, "createProjectMember", Permission("member", "create"),
                audit: AuditedAction(operation: "create", resourceType: "project_member"), handler: create),
            .project(.get, Self.one, "getProjectMember", Permission("member", "read"), handler: get),
            .project(
                .put, Self.one, "updateProjectMember", Permission("member", "update"),
                audit: AuditedAction(operation: "update", resourceType: "project_member"), handler: update),
            .project(
                .delete, Self.one, "deleteProjectMember", Permission("member", "delete"),
                audit: AuditedAction(operation: "delete", resourceType: "project_member"), handler: delete),
        ]
    }

    @Sendable private func list(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        let page = try request.listRequest().page
        let found = try await members.list(of: project.facts, name: request.queryText("entityname"), page: page)
        return try .list(found.elements, total: found.total, request: request) { Self.write($1, to: &$0) }
    }

    @Sendable private func create(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        let body = try await request.body()
        let candidate = try Self.candidate(body)
        request.audit.resource = candidate.description
        guard let roleID = try body.integer("role_id", in: 1...(.max)) else {
            throw HTTPFailure.badRequest("role_id in body is required: GET /api/v2.0/roles lists them")
        }
        try await members.checkRights(of: request.caller, overRole: roleID, in: project.facts)
        let id = try await members.add(
            candidate, to: project.facts, roleID: roleID, repositories: Self.repositories(body) ?? nil)
        return .created(location: "/api/v2.0/projects/\(project.id)/members/\(id)")
    }

    @Sendable private func get(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        let member = try await members.find(id: request.integer("mid"), in: project.facts)
        return .json { Self.write(member, to: &$0) }
    }

    @Sendable private func update(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        let member = try await members.find(id: request.integer("mid"), in: project.facts)
        request.audit.resource = member.name
        let body = try await request.body()
        guard let roleID = try body.integer("role_id", in: 1...(.max)) else {
            throw HTTPFailure.badRequest("role_id in body is required: GET /api/v2.0/roles lists them")
        }
        for role in [member.roleID, roleID] {
            try await members.checkRights(of: request.caller, overRole: role, in: project.facts)
        }
        try await members.update(
            id: member.id, in: project.facts, roleID: roleID, repositories: Self.repositories(body))
        return .ok()
    }

    @Sendable private func delete(_ request: ManagementRequest, _ project: Project) async throws -> Response {
        let member = try await members.find(id: request.integer("mid"), in: project.facts)
        request.audit.resource = member.name
        try await members.checkRights(of: request.caller, overRole: member.roleID, in: project.facts)
        try await members.remove(id: member.id, from: project.facts)
        return .ok()
    }

    /// Who is to become a member: `member_user` with a number or a name, or `member_group` with one of its names.
    private static func candidate(_ body: JSONBody) throws -> MemberCandidate {
        let user = try body.object("member_user")
        let group = try body.object("member_group")
        var candidates: [MemberCandidate] = []
        if let id = try user?.integer("user_id"), id > 0 {
            candidates.append(.user(id: id))
        } else if let name = try user?.string("username"), !name.isEmpty {
            candidates.append(.username(name))
        }
        if let id = try group?.integer("id"), id > 0 {
            candidates.append(.group(id: id))
        } else if let name = try group?.string("ldap_group_dn", maximum: 1024), !name.isEmpty {
            candidates.append(.ldapGroup(name))
        } else if let name = try group?.string("group_name"), !name.isEmpty {
            candidates.append(.groupName(name, type: try group?.integer("group_type")))
        }
        guard let candidate = candidates.first, candidates.count == 1 else {
            throw HTTPFailure.badRequest(
                "name one member: member_user with user_id or username, or member_group with id, group_name or "
                    + "ldap_group_dn")
        }
        return candidate
    }

    /// The pattern that a membership is limited to; empty text is the whole project, and nil says nothing of it.
    private static func repositories(_ body: JSONBody) throws -> Glob?? {
        guard let text = try body.string("repository_pattern", maximum: Glob.maximumLength) else { return nil }
        do {
            return .some(text.isEmpty ? nil : try Glob(text))
        } catch { throw HTTPFailure.badRequest("repository_pattern in body: \(error)") }
    }

    private static func write(_ member: Member, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", member.id)
            writer.member("project_id", member.projectID)
            writer.member("entity_name", member.name)
            writer.member("role_name", member.roleName)
            writer.member("role_id", member.roleID)
            writer.member("entity_id", member.entity.id)
            if case .user = member.entity {
                writer.member("entity_type", "u")
            } else {
                writer.member("entity_type", "g")
            }
            writer.member("repository_pattern", member.repositories?.description ?? "")
        }
    }
}

extension MemberError: ManagementFailure {
    /// 409 for a member that is one already, 404 for what isn't there, 400 for a role that isn't, 403 beyond rights.
    package var httpFailure: HTTPFailure {
        switch self {
        case .alreadyMember: .conflict(description)
        case .notMember, .unknown, .unknownUser, .unknownGroup, .projectGone: .notFound(description)
        case .unknownRole: .badRequest(description)
        case .beyondOwnRights: .forbidden(description)
        }
    }
}
