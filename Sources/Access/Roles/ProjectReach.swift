import Identity
package import OCI
import SQL

/// In which projects somebody has a permission: what lists over many projects are limited to.
package struct ProjectReach: Sendable, Hashable {
    /// Whether it is every project there is.
    package let isEverywhere: Bool
    /// Whether public projects are among them.
    package let includesPublic: Bool
    /// Projects in which it holds for everything.
    package let projects: Set<Int64>
    /// Projects in which it holds for the repositories that match a pattern.
    package let limited: [Int64: [Glob]]
    /// Patterns of repositories for which it holds in every project.
    package let limitedEverywhere: [Glob]
    /// The numbers of the roles that the caller has in projects, the most powerful first.
    package let roles: [Int64: [Int64]]

    /// Projects of which the caller sees something beside the public ones.
    package var seenProjects: [Int64] { projects.union(limited.keys).sorted() }

    /// Whether something of every project is seen.
    package var seesEveryProject: Bool { isEverywhere || !limitedEverywhere.isEmpty }

    /// Whether a repository is among those for which the permission holds.
    package func includes(_ repository: RepositoryName, projectID: Int64, isPublic: Bool) -> Bool {
        if isEverywhere || (isPublic && includesPublic) || projects.contains(projectID) { return true }
        return (limited[projectID] ?? []).contains { $0.matches(repository.path) }
            || limitedEverywhere.contains { $0.matches(repository.path) }
    }
}

extension AuthorizationService {
    /// In which projects `principal` has `permission`; nil: any permission at all. Throws `DatabaseError`.
    ///
    /// It takes one statement at most, however many projects there are.
    package func reach(of principal: Principal, permission: Permission?) async throws -> ProjectReach {
        let isVisitor = permission.map { RoleMatrix.harbor.visitor.contains($0) } ?? true
        switch principal {
        case .anonymous: return .init(isVisitor: isVisitor)
        case .robot(let robot):
            let everywhere = Self.areas(robot.grants.everyProject, permission)
            return ProjectReach(
                isVisitor: isVisitor, isEverywhere: everywhere.isWhole, limitedEverywhere: everywhere.patterns,
                areas: robot.grants.projects.mapValues { Self.areas($0, permission) })
        case .user(let user):
            let standings = try await database.read { try MemberStore.standings(userID: user.id, on: $0) }
            return ProjectReach(
                isVisitor: isVisitor, isEverywhere: user.isAdministrator,
                areas: standings.mapValues { Self.areas($0.grants, permission) },
                roles: standings.mapValues(\.roles))
        }
    }

    fileprivate typealias Area = (isWhole: Bool, patterns: [Glob])

    private static func areas(_ grants: [Grant], _ permission: Permission?) -> Area {
        let fitting = permission.map { wanted in grants.filter { $0.permissions.contains(wanted) } } ?? grants
        let isWhole = fitting.contains { $0.repositories == nil }
        return (isWhole, isWhole ? [] : fitting.compactMap(\.repositories))
    }
}

extension ProjectReach {
    fileprivate init(
        isVisitor: Bool, isEverywhere: Bool = false, limitedEverywhere: [Glob] = [],
        areas: [Int64: AuthorizationService.Area] = [:], roles: [Int64: [Int64]] = [:]
    ) {
        self.isEverywhere = isEverywhere
        includesPublic = isVisitor
        projects = Set(areas.filter(\.value.isWhole).keys)
        limited = areas.mapValues(\.patterns).filter { !$0.value.isEmpty }
        self.limitedEverywhere = limitedEverywhere
        self.roles = roles
    }
}
