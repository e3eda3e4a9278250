import Access
import Catalog
import Identity
import OCI
import RegistryTesting
import SQL
import Testing

/// Who has which of all permissions, asked one by one: each way of getting rights, and no more than it gives.
@Suite struct RightsTableTests {
    private static let inRepository = RegistryFixture.projectPermissions.filter(\.isInRepository)

    @Test(arguments: DatabaseKind.allCases)
    func fiveRolesAndVisitors(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let hidden = try await registry.makeProject("hidden")
            let open = try await registry.makeProject("open", isPublic: true)
            let visitor = RoleMatrix.harbor.visitor
            for role in ProjectRole.allCases {
                let user = try await registry.makeUser(role.name)
                try await registry.members.add(user, to: hidden.facts, role: role)
                #expect(try await registry.rights(of: .user(user), in: hidden) == role.permissions, "\(role)")
                let onRepository = try await registry.rights(of: .user(user), in: hidden, on: "app")
                #expect(onRepository == role.permissions, "\(role) on a repository")
                #expect(try await registry.rights(of: .user(user), in: open) == visitor, "\(role) elsewhere")
                #expect(try await registry.authorization.roles(of: .user(user), in: hidden.facts) == [role.id])
            }
            #expect(try await registry.rights(of: .anonymous, in: open, on: "app") == visitor)
            #expect(try await registry.rights(of: .anonymous, in: hidden, on: "app") == [])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func customRolesHoldExactlyTheirPermissions(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team")
            let user = try await registry.makeUser("auditor")
            let permissions = [Permission("log", "list"), .repositoryPull, Permission("metadata", "list")]
            let role = try await registry.makeRole("auditor", permissions)
            #expect(role >= Role.firstCustomID)
            _ = try await registry.members.add(
                .username("auditor"), to: project.facts, roleID: role, repositories: nil)
            #expect(try await registry.rights(of: .user(user), in: project) == Set(permissions))
            try await registry.members.add(user, to: registry.makeProject("other").facts, role: .guest)
            #expect(try await registry.authorization.roles(of: .user(user), in: project.facts) == [role])
            // Roles add up.
            let group = try await registry.groups.create(NewUserGroup(name: "guests", kind: 4))
            try await registry.groups.add(user, to: group.id)
            _ = try await registry.members.add(
                .group(id: group.id), to: project.facts, roleID: ProjectRole.guest.id, repositories: nil)
            let both = ProjectRole.guest.permissions.union(permissions)
            #expect(try await registry.rights(of: .user(user), in: project) == both)
            #expect(try await registry.authorization.roles(of: .user(user), in: project.facts) == [3, role])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func limitedMembersHaveRightsOnTheirRepositoriesOnly(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team")
            let user = try await registry.makeUser("dev")
            let pattern = try Glob("web/**")
            _ = try await registry.members.add(
                .user(id: user.id), to: project.facts, roleID: ProjectRole.maintainer.id, repositories: pattern)
            let onTheirs = ProjectRole.maintainer.permissions.intersection(Self.inRepository)
                .union([Permission("project", "read")])
            #expect(try await registry.rights(of: .user(user), in: project, on: "web/app") == onTheirs)
            #expect(
                try await registry.rights(of: .user(user), in: project, on: "db/app") == [Permission("project", "read")]
            )
            let views: Set = [Permission("project", "read"), .repositoryList, .artifactList]
            #expect(try await registry.rights(of: .user(user), in: project) == views)
            let visible = try await registry.authorization.visibleRepositories(
                of: .user(user), in: project.facts, permission: .repositoryList)
            #expect(visible == .matching([pattern]))
            #expect(try visible.includes(RepositoryName("team/web/app")))
            #expect(try !visible.includes(RepositoryName("team/web")))
            // A second membership on other repositories adds to it.
            _ = try await registry.members.add(
                .user(id: user.id), to: project.facts, roleID: ProjectRole.guest.id, repositories: Glob("db/*"))
            #expect(
                try await registry.rights(of: .user(user), in: project, on: "db/app")
                    == ProjectRole.guest.permissions.intersection(Self.inRepository)
                    .union([Permission("project", "read")]))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func groupsGiveTheirMembersRights(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("team")
            let user = try await registry.makeUser("dev")
            let other = try await registry.makeUser("other")
            let group = try await registry.groups.create(NewUserGroup(name: "developers", kind: 4))
            _ = try await registry.members.add(
                .groupName("developers", type: 4), to: project.facts, roleID: 2, repositories: nil)
            #expect(try await registry.rights(of: .user(user), in: project) == [])
            try await registry.groups.add(user, to: group.id)
            #expect(try await registry.rights(of: .user(user), in: project) == ProjectRole.developer.permissions)
            #expect(try await registry.rights(of: .user(other), in: project) == [])
            try await registry.groups.remove(userID: user.id, from: group.id)
            #expect(try await registry.rights(of: .user(user), in: project) == [], "out of the group")
            try await registry.groups.add(user, to: group.id)
            #expect(try await registry.rights(of: .user(user), in: project) == ProjectRole.developer.permissions)
            try await registry.groups.delete(id: group.id)
            #expect(try await registry.rights(of: .user(user), in: project) == [], "the group is gone")
            #expect(try await registry.number("SELECT count(*) FROM project_member WHERE group_id IS NOT NULL") == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func robotsHaveWhatTheyWereGiven(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let team = try await registry.makeProject("team")
            let other = try await registry.makeProject("other")
            let pull: [Permission] = [.repositoryPull, .repositoryList]
            let own = try await registry.makeRobot(
                "puller", in: "team", [RobotPermission(place: .project("team"), permissions: pull)])
            #expect(own.robot.name == "robot$team+puller" && own.robot.projectID == team.id)
            #expect(try await registry.rights(of: .robot(own.robot), in: team) == Set(pull))
            #expect(try await registry.rights(of: .robot(own.robot), in: team, on: "app") == Set(pull))
            #expect(try await registry.rights(of: .robot(own.robot), in: other) == [])

            let limited = try await registry.makeRobot(
                "web", in: "team",
                [
                    RobotPermission(
                        place: .project("team"), permissions: [.repositoryPull], repositories: Glob("web/*"))
                ])
            #expect(try await registry.rights(of: .robot(limited.robot), in: team, on: "web/app") == [.repositoryPull])
            #expect(try await registry.rights(of: .robot(limited.robot), in: team, on: "db") == [])
            #expect(try await registry.rights(of: .robot(limited.robot), in: team) == [])

            let everywhere = try await registry.makeRobot(
                "everywhere",
                [
                    RobotPermission(place: .everyProject, permissions: [.repositoryPull]),
                    RobotPermission(place: .project("other"), permissions: [.repositoryPush]),
                    RobotPermission(place: .system, permissions: [.catalogRead, Permission("project", "create")]),
                ])
            let robot = Principal.robot(everywhere.robot)
            #expect(try await registry.rights(of: robot, in: team) == [.repositoryPull])
            #expect(try await registry.rights(of: robot, in: other) == [.repositoryPull, .repositoryPush])
            let system = Set(PermissionVocabulary.system + PermissionVocabulary.administrators)
            var held: Set<Permission> = []
            for permission in system where try await registry.authorization.allowsSystem(robot, permission) {
                held.insert(permission)
            }
            #expect(held == [.catalogRead, Permission("project", "create")])
            #expect(try await !registry.authorization.allowsSystem(.robot(own.robot), .catalogRead))
        }
    }
}
