import Catalog
import Cron
import Events
import Immutability
import Jobs
import Listing
import OCI
import RegistryTesting
import Retention
import SQL
import Synchronization
import Testing
import Time

/// What changes between judging and deleting is left alone, and what was interrupted goes on.
@Suite struct RetentionChangeTests {
    private enum Change: String, CaseIterable, Sendable {
        case pushedAgain, movedAway, pulled, deleted, madeImmutable, tagAdded, listed
    }

    private func make(
        _ change: Change, to image: Manifest, of repository: RepositoryRecord, in registry: RegistryFixture
    ) async throws {
        registry.clock.advance(bySeconds: 1)
        switch change {
        case .pushedAgain: try await registry.push(image, to: repository, tags: ["old"])
        case .movedAway: _ = try await registry.pushImage(77, to: repository, tags: ["old"])
        case .pulled:
            let found = try await registry.manifests.find(.tag(try Tag("old")), repositoryID: repository.id)
            registry.pulls.note(try #require(found), from: repository, reference: .tag(try Tag("old")), by: "bob")
        case .deleted: try await registry.delete(Tag("old"), from: repository)
        case .madeImmutable:
            _ = try await registry.immutability.create(
                ImmutableRuleContent(
                    repositories: .init(pattern: repository.name.path, isExcluding: false),
                    tags: .init(pattern: "old", isExcluding: false)),
                projectID: repository.projectID, projectName: "team")
        case .tagAdded: try await registry.push(image, to: repository, tags: ["more"])
        case .listed:
            try await registry.push(SampleManifest.index([image.descriptor()]), to: repository, tags: ["index"])
        }
    }

    /// A repository for each change, which happens between judging and deleting.
    @Test(arguments: DatabaseKind.allCases)
    func whatHasChangedIsLeftAlone(_ kind: DatabaseKind) async throws {
        for level in [RetentionPolicy.Level.artifact, .tag] {
            try await RetentionFixture.with(kind) { world in
                var places: [(change: Change, repository: RepositoryRecord, image: Manifest)] = []
                for change in Change.allCases {
                    let repository = try await world.registry.makeRepository("team/\(change.rawValue.lowercased())")
                    places.append((change, repository, try await world.push("old", "new", to: repository)[0]))
                }
                let policy = try await world.makePolicy(
                    level, try RetentionFixture.rule(RetentionCondition(.latestPushed, 1), untagged: false))
                let (execution, all) = (try await world.begin(policy), places)
                let executor = world.executor(afterJudging: {
                    for place in all {
                        try await make(place.change, to: place.image, of: place.repository, in: world.registry)
                    }
                })
                _ = try await executor.run(execution, policyID: policy, isDryRun: false)
                for place in places {
                    let tags = try await world.tags(of: place.repository)
                    let about = "\(place.change) at the level \(level): \(tags)"
                    switch (place.change, level) {
                    case (.deleted, _): #expect(tags == ["new"], "\(about)")
                    // Its time is the tag's own: another tag of the artifact doesn't change it.
                    case (.tagAdded, .tag): #expect(tags == ["more", "new"], "\(about)")
                    // The name may go, what the index lists stays.
                    case (.listed, .tag): #expect(tags == ["index", "new"], "\(about)")
                    default: #expect(tags.contains("old"), "\(about)")
                    }
                    let stored = try await world.registry.manifests.find(
                        .digest(place.image.digest()), repositoryID: place.repository.id)
                    // At the level of tags nothing was decided of an image whose tag names another one now.
                    #expect(stored != nil, "\(about): the image")
                }
                let open = try await world.registry.number(
                    "SELECT count(*) FROM retention_task WHERE ended_at IS NULL")
                #expect(open == 0)
            }
        }
    }

    /// A run that is cut off again and again comes to the same end, and deletes nothing twice.
    @Test(arguments: DatabaseKind.allCases)
    func interruptedRunsGoOn(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            let config = try await world.registry.pushBlob([1], to: world.repository)
            for number in 0..<600 {
                world.registry.clock.advance(bySeconds: 1)
                let image = try SampleManifest.image(config: config, layers: [], annotations: ["n": "\(number)"])
                try await world.registry.push(image, to: world.repository, tags: ["n\(number)"])
            }
            let policy = try await world.makePolicy(
                .tag, try RetentionFixture.rule(RetentionCondition(.latestPushed, 20)))
            let execution = try await world.begin(policy)
            var attempts = 0
            var ended: RetentionProgress?
            while ended == nil, attempts < 50 {
                attempts += 1
                let (executor, most) = (world.executor, Int64(attempts))
                let seen = Mutex<Int64>(0)
                let work = Task {
                    try await executor.run(execution, policyID: policy, isDryRun: false) { _ in
                        let calls = seen.withLock { calls in
                            calls += 1
                            return calls
                        }
                        if calls >= most { withUnsafeCurrentTask { $0?.cancel() } }
                    }
                }
                do { ended = try await work.value } catch is CancellationError {}
            }
            #expect(attempts > 1, "it was interrupted")
            #expect(ended?.counts == RetentionCounts(total: 600, retained: 20, deleted: 580))
            #expect(try await world.tags().count == 20)
            #expect(try await world.artifacts() == 20)
            let deletions = try await world.decisions(execution, outcome: .delete)
            #expect(deletions.count == 580, "what went is listed, whichever attempt deleted it")
        }
    }

    /// What was judged by a policy that is gone is left alone, whoever takes the run over.
    @Test(arguments: DatabaseKind.allCases)
    func aRunEndsWithItsPolicy(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            try await world.push("old", "new")
            let policy = try await world.makePolicy(
                .tag, try RetentionFixture.rule(RetentionCondition(.latestPushed, 1)))
            let execution = try await beginAndBreakOff(policy, in: world)
            let stored = try #require(try await world.retention.policy(policy))
            try await world.retention.delete(stored, projectName: "team")
            await #expect(throws: JobFailure.self) {
                _ = try await world.executor.run(execution, policyID: policy, isDryRun: false)
            }
            #expect(try await world.tags() == ["new", "old"])
            #expect(try await world.jobs.execution(execution, vendorType: RetentionJob.name)?.status == .stopped)
        }
    }

    /// A run that takes long keeps what it has decided, however many begin and end meanwhile.
    @Test(arguments: DatabaseKind.allCases)
    func aLongRunKeepsItsDecisions(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            try await world.push("a", "b", "c")
            let policy = try await world.makePolicy(
                .tag, try RetentionFixture.rule(RetentionCondition(.latestPushed, 1)))
            let execution = try await beginAndBreakOff(policy, in: world)
            for _ in 0..<6 { try await world.run(policy, isDryRun: true) }
            let done = try await world.executor.run(execution, policyID: policy, isDryRun: false)
            #expect(done.counts == RetentionCounts(total: 3, retained: 1, deleted: 2))
            #expect(try await world.tags() == ["c"])
        }
    }

    /// Judges by a policy, and stops before anything is deleted.
    private func beginAndBreakOff(_ policy: Int64, in world: RetentionFixture) async throws -> Int64 {
        let execution = try await world.begin(policy)
        let executor = world.executor(afterJudging: { throw CancellationError() })
        await #expect(throws: CancellationError.self) {
            _ = try await executor.run(execution, policyID: policy, isDryRun: false)
        }
        return execution
    }

    @Test(arguments: DatabaseKind.allCases)
    func onePolicyAProject(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            let rule = try RetentionFixture.rule(RetentionCondition(.always))
            let id = try await world.makePolicy(.artifact, rule)
            let project = try #require(try await world.registry.projects.find(named: "team"))
            #expect(try await world.registry.projects.metadata(of: project)[.retentionID] == "\(id)")
            await #expect(throws: RetentionError.exists(projectID: project.id, policyID: id)) {
                _ = try await world.makePolicy(.tag, rule)
            }
            let execution = try await world.retention.run(id, isDryRun: true)
            await #expect(throws: RetentionError.running) { try await world.retention.run(id, isDryRun: false) }
            try await world.retention.update(
                id,
                to: RetentionPolicy(
                    projectID: project.id, rules: [], cron: CronExpression("0 0 3 * * *"), catchesUp: false))
            #expect(try await world.retention.nextRun(of: id) != nil)
            let schedule = try await world.schedules.schedule(vendorType: RetentionJob.name, vendorID: id)
            #expect(schedule?.catchesUp == false)
            let stored = try #require(try await world.retention.policy(id))
            try await world.retention.delete(stored, projectName: "team")
            #expect(try await world.schedules.schedule(vendorType: RetentionJob.name, vendorID: id) == nil)
            #expect(try await world.registry.projects.metadata(of: project)[.retentionID] == nil)
            #expect(try await world.jobs.execution(execution, vendorType: RetentionJob.name)?.status == .stopped)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aProjectTakesItsPolicyAlong(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            let project = try #require(try await world.registry.projects.find(named: "team"))
            let id = try await world.retention.create(
                RetentionPolicy(projectID: project.id, rules: [], cron: CronExpression("0 0 3 * * *")),
                projectName: "team")
            let deletion = ProjectDeletionService(
                database: world.registry.database, changes: world.registry.changes
            ) { try RetentionService.remove(projectID: $0, on: $1) }
            try await deletion.delete(project)
            #expect(try await world.retention.policy(id) == nil)
            #expect(try await world.schedules.schedule(vendorType: RetentionJob.name, vendorID: id) == nil)
        }
    }

    /// Whoever wants to know is told once, of runs that delete.
    @Test(arguments: DatabaseKind.allCases)
    func runsAreToldOf(_ kind: DatabaseKind) async throws {
        try await RetentionFixture.with(kind) { world in
            try await world.push("old", "new")
            let projectID = world.repository.projectID
            try await world.registry.database.write {
                try EventStore.setInterest(of: "test", in: projectID, kinds: [.retentionFinished], on: $0)
            }
            let policy = try await world.makePolicy(
                .tag, try RetentionFixture.rule(RetentionCondition(.latestPushed, 1)))
            try await world.run(policy, isDryRun: true)
            #expect(try await world.registry.number("SELECT count(*) FROM event") == 0)
            let execution = try await world.run(policy).execution
            _ = try await world.executor.run(execution, policyID: policy, isDryRun: false)
            #expect(try await world.registry.number("SELECT count(*) FROM event") == 1)
            let content = try await world.registry.database.read {
                try $0.query("SELECT content FROM event")[0].text(0)
            }
            let attributes = try JSONValue(parsing: Array(content.utf8))["attributes"]
            #expect(attributes?["result"] == "SUCCESS" && attributes?["project_name"] == "team", "\(content)")
            #expect(attributes?["deleted_artifact"]?.array?.map { $0["name_tag"] } == ["app:old"], "\(content)")
        }
    }
}
