import Catalog
import OCI
import RegistryTesting
import SQL
import Testing

/// Other names for projects and repositories, and what becomes of the old ones.
@Suite struct RenameTests {
    @Test(arguments: DatabaseKind.allCases)
    func allFormerNamesLeadToTheProject(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let made = try await registry.makeRepository("a/app/x")
            var project = try #require(try await registry.projects.find(named: "a"))
            for name in ["b", "c"] {
                try await registry.renames.rename(project, to: ProjectName(name))
                project = try #require(try await registry.projects.find(named: name))
            }
            for name in ["a", "b", "c"] {
                #expect(try await registry.projects.find(named: name) == project, "\(name)")
                #expect(try await registry.repository("\(name)/app/x")?.name == RepositoryName("c/app/x"), "\(name)")
            }
            #expect(try await registry.projects.find(id: project.id)?.name == "c")
            #expect(try await registry.repository("a/app/x")?.id == made.id)
            #expect(try await registry.repository("a/other") == nil)
            // A push to an old name makes the repository under the current one.
            let pushed = try await registry.repositories.findOrCreate(RepositoryName("a/new"), projectID: project.id)
            #expect(try pushed?.name == RepositoryName("c/new"))
            #expect(try await registry.repositories.list(after: nil, limit: 10).isEmpty)
            #expect(try await registry.renames.formerNames(of: project).map(\.name).sorted() == ["a", "b"])
            await #expect(throws: ProjectError.nameReserved("a", leadsTo: "c")) {
                try await registry.makeProject("a")
            }
            try await registry.renames.release("a", of: project)
            #expect(try await registry.projects.find(named: "a") == nil)
            #expect(try await registry.repository("a/app/x") == nil)
            let second = try await registry.makeProject("a")
            #expect(second.id != project.id)
            #expect(try await registry.projects.find(named: "a") == second)
            await #expect(throws: ProjectError.unknownFormerName("a")) {
                try await registry.renames.release("a", of: project)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func namesCanBeTakenBackAndSwapped(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            func project(_ name: String) async throws -> Project {
                try #require(try await registry.projects.find(named: name))
            }
            let first = try await registry.makeProject("a")
            let second = try await registry.makeProject("b")
            _ = try await registry.makeRepository("a/x")
            try await registry.renames.rename(first, to: ProjectName("t"))
            try await registry.renames.rename(project("t"), to: ProjectName("a"))
            #expect(try await registry.projects.find(named: "a")?.id == first.id, "its own former name")
            #expect(try await registry.renames.formerNames(of: first).map(\.name) == ["t"])
            // a and b change places: each needs the other's former name to be released.
            try await registry.renames.rename(project("a"), to: ProjectName("t"))
            await #expect(throws: ProjectError.nameReserved("a", leadsTo: "t")) {
                try await registry.renames.rename(second, to: ProjectName("a"))
            }
            #expect(try await registry.projects.find(named: "b")?.id == second.id, "nothing has changed")
            try await registry.renames.release("a", of: project("t"))
            try await registry.renames.rename(project("b"), to: ProjectName("a"))
            try await registry.renames.release("b", of: project("a"))
            try await registry.renames.rename(project("t"), to: ProjectName("b"))
            #expect(try await registry.projects.find(named: "a")?.id == second.id)
            #expect(try await registry.projects.find(named: "b")?.id == first.id)
            #expect(try await registry.projects.find(named: "t")?.id == first.id)
            #expect(try await registry.repository("t/x")?.name.description == "b/x")
            #expect(try await registry.repository("a/x") == nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func repositoriesHaveFormerNamesToo(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let made = try await registry.makeRepository("a/one")
            _ = try await registry.makeRepository("a/taken")
            let project = try #require(try await registry.projects.find(named: "a"))
            try await registry.renames.rename(made, to: "two/deep")
            let second = try #require(try await registry.repository("a/two/deep"))
            try await registry.renames.rename(second, to: "three")
            try await registry.renames.rename(project, to: ProjectName("b"))
            for name in ["a/one", "b/one", "a/two/deep", "b/three"] {
                #expect(try await registry.repository(name)?.id == made.id, "\(name)")
            }
            let now = try #require(try await registry.repository("b/three"))
            let current = try #require(try await registry.projects.find(named: "b"))
            #expect(
                try await registry.repositories.findOrCreate(RepositoryName("a/one"), projectID: current.id)?.id
                    == made.id, "a push to an old name goes to the repository that had it")
            let refusals: [(path: String, error: ProjectError)] = [
                ("taken", .repositoryNameTaken("b/taken")),
                ("UPPER", .invalidRepositoryName),
                ("", .invalidRepositoryName),
                (String(repeating: "x", count: 254), .invalidRepositoryName),
            ]
            for (path, error) in refusals {
                await #expect(throws: error) { try await registry.renames.rename(now, to: path) }
            }
            let taken = try #require(try await registry.repository("b/taken"))
            await #expect(throws: ProjectError.nameReserved("b/one", leadsTo: "b/three")) {
                try await registry.renames.rename(taken, to: "one")
            }
            #expect(try await registry.renames.formerNames(of: now).map(\.name).sorted() == ["one", "two/deep"])
            try await registry.renames.release("one", of: now)
            try await registry.renames.rename(taken, to: "one")
            #expect(try await registry.repository("a/one")?.id == taken.id)
            await #expect(throws: ProjectError.unknownRepository("a/one")) {
                try await registry.renames.rename(made, to: "four")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aNameThatGrowsMustStillFit(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let long = "a/" + String(repeating: "x", count: 252)
            _ = try await registry.makeRepository(long)
            let project = try #require(try await registry.projects.find(named: "a"))
            await #expect(throws: ProjectError.repositoryNameTooLong(long)) {
                try await registry.renames.rename(project, to: ProjectName("abc"))
            }
            try await registry.renames.rename(project, to: ProjectName("ab"))
            #expect(try await registry.repository("ab/" + String(repeating: "x", count: 252)) != nil)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func ofTwoRenamingsToOneNameOneWins(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            for round in 0..<5 {
                let projects = [
                    try await registry.makeProject("a\(round)"), try await registry.makeProject("b\(round)"),
                ]
                let target = try ProjectName("c\(round)")
                let outcomes = try await concurrently(3) { number -> Bool in
                    do {
                        if number == 2 {
                            try await registry.makeProject(target.description)
                        } else {
                            try await registry.renames.rename(projects[number], to: target)
                        }
                        return true
                    } catch ProjectError.nameTaken { return false }
                }
                #expect(outcomes.filter { $0 }.count == 1)
                let all = try await registry.projects.list().map(\.name)
                #expect(Set(all).count == all.count && all.contains(target.description))
            }
        }
    }

    /// A name that one project leaves and another takes at the same time has one meaning at the end.
    @Test(arguments: DatabaseKind.allCases)
    func aNameThatIsLeftAndTakenAtOnceHasOneMeaning(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            for round in 0..<8 {
                let project = try await registry.makeProject("a\(round)")
                _ = try await concurrently(2) { number in
                    do {
                        if number == 0 {
                            try await registry.renames.rename(project, to: ProjectName("b\(round)"))
                        } else {
                            try await registry.makeProject("a\(round)")
                        }
                    } catch is ProjectError {}
                }
                let both = try await registry.number(
                    """
                    SELECT count(*) AS n FROM project p JOIN former_project_name f ON f.name = p.name
                    WHERE p.name = \("a\(round)")
                    """)
                #expect(both == 0)
                #expect(try await registry.projects.find(named: "a\(round)")?.id == project.id)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func pushesGoOnBesideRenamings(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("p0")
            _ = try await registry.makeRepository("p0/app")
            let pushed = try await concurrently(9) { number -> Int64? in
                if number == 0 {
                    var current = project
                    for round in 1..<6 {
                        try await registry.renames.rename(current, to: ProjectName("p\(round)"))
                        current = try #require(try await registry.projects.find(named: "p\(round)"))
                    }
                    let app = try #require(try await registry.repository("p0/app"))
                    try await registry.renames.rename(app, to: "moved")
                    return nil
                }
                let name = try RepositoryName(number.isMultiple(of: 2) ? "p0/new\(number)" : "p0/app")
                let repository = try #require(
                    try await registry.repositories.findOrCreate(name, projectID: project.id))
                _ = try await registry.pushImage(number, to: repository, tags: ["t\(number)"])
                return repository.id
            }
            #expect(pushed.compactMap { $0 }.count == 8)
            let strays = try await registry.number(
                "SELECT count(*) AS n FROM repository WHERE name NOT LIKE 'p5/%' OR project_id <> \(project.id)")
            #expect(strays == 0)
            #expect(try await registry.number("SELECT count(*) AS n FROM repository") == 5)
            #expect(try await registry.repository("p0/app")?.name.description == "p5/moved")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func currentNamesCostNothingMore(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            _ = try await registry.makeRepository("a/app")
            let recorder = StatementRecorder(registry.database)
            let clock = registry.clock.wallClock
            let projects = ProjectService(database: recorder, changes: registry.changes, clock: clock)
            let repositories = RepositoryDirectory(database: recorder, changes: registry.changes, clock: clock)
            let name = try RepositoryName("a/app")
            _ = (try await projects.find(named: "a"), try await repositories.find(name))
            #expect(recorder.statements().count == 2, "one statement each")
            _ = (try await projects.find(named: "a"), try await repositories.find(name))
            #expect(recorder.statements().isEmpty, "then none")
        }
    }

    /// Another process that remembers an old state follows within a poll.
    @Test(arguments: DatabaseKind.allCases)
    func whatLeadsToAProjectIsForgottenWithIt(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            let project = try await registry.makeProject("a")
            try await registry.renames.rename(project, to: ProjectName("b"))
            #expect(try await registry.projects.find(named: "a") != nil)
            try await registry.projects.delete(named: "b")
            #expect(try await registry.projects.find(named: "a") == nil)
            #expect(try await registry.projects.find(named: "b") == nil)
            try await registry.makeProject("a")
        }
    }
}
