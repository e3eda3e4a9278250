import Catalog
import Events
import Listing
import RegistryTesting
import SQL
import Testing
import Webhooks

/// How policies are looked after.
@Suite struct WebhookPolicyTests {
    @Test(arguments: DatabaseKind.allCases)
    func policiesAreMadeChangedAndDeleted(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let service = webhooks.service
            let (here, there) = (
                try await webhooks.registry.makeProject("here"), try await webhooks.registry.makeProject("there")
            )
            let content = try WebhookFixture.content("a", [.pushArtifact, .tagRetention], repositories: "app/**")
            let id = try await webhooks.make(content, in: here.id)
            let made = try await service.policy(id, projectID: here.id)
            #expect(made.content.eventTypes == content.eventTypes)
            #expect(made.content.repositories == content.repositories)
            #expect(made.creator == "admin")
            #expect(made.content.targets.map(\.id) == [1])
            await #expect(throws: WebhookError.nameTaken("a")) { try await webhooks.make(content, in: here.id) }
            try await webhooks.make(content, in: there.id)
            try await webhooks.make(content, in: 0)
            await #expect(throws: WebhookError.nameTaken("a"), "names of the registry's are unique, too") {
                try await webhooks.make(content, in: 0)
            }
            await #expect(throws: WebhookError.unknown(id), "another project's") {
                try await service.policy(id, projectID: there.id)
            }
            await #expect(throws: WebhookError.unknown(id), "not the registry's") {
                try await service.delete(id, projectID: 0)
            }
            let changed = try WebhookFixture.content("b", isEnabled: false)
            try await service.update(id, to: changed, projectID: here.id, by: WebhookFixture.author)
            #expect(try await service.policy(id, projectID: here.id).content.name == "b")
            #expect(try await service.list(ListRequest(), projectID: here.id).total == 1)
            try await service.delete(id, projectID: here.id)
            await #expect(throws: WebhookError.unknown(id)) { try await service.delete(id, projectID: here.id) }
            #expect(try await service.list(ListRequest(), projectID: here.id).elements.isEmpty)
            #expect(try await service.list(ListRequest(), projectID: 0).total == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func listsAreOrderedAndFiltered(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            for name in ["b", "a", "c"] { try await webhooks.make(WebhookFixture.content(name), in: project.id) }
            func names(_ sort: String, _ query: String = "") async throws -> [String] {
                let request = ListRequest(filters: try QueryGrammar.parse(query), sort: SortKey.parse(sort))
                return try await webhooks.service.list(request, projectID: project.id).elements.map(\.content.name)
            }
            #expect(try await names("") == ["c", "a", "b"], "the newest first")
            #expect(try await names("name") == ["a", "b", "c"])
            #expect(try await names("-name", "name={a c}") == ["c", "a"])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func secretsAreEncrypted(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            let target = try WebhookTarget(
                kind: .http, address: WebhookAddress("https://receiver.example.com"), authorization: "Bearer abc-1",
                secret: "abc-2")
            let id = try await webhooks.make(WebhookFixture.content(targets: [target]), in: project.id)
            let kept = try await webhooks.registry.database.read {
                try $0.query("SELECT targets FROM webhook_policy WHERE id = \(id)")[0].text("targets")
            }
            #expect(kept.contains("receiver.example.com") && !kept.contains("abc-"))
            let found = try await webhooks.service.policy(id, projectID: project.id).content.targets
            #expect(found.map(\.authorization) == ["Bearer abc-1"])
            #expect(found.map(\.secret) == ["abc-2"])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func targetsKeepTheirNumbers(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            func numbers(_ paths: [String]) async throws -> [Int] {
                let content = try WebhookFixture.content(targets: paths.map { try WebhookFixture.target($0) })
                try await webhooks.service.update(id, to: content, projectID: project.id, by: WebhookFixture.author)
                return try await webhooks.service.policy(id, projectID: project.id).content.targets.map(\.id)
            }
            let first = try WebhookFixture.content(targets: [WebhookFixture.target("a"), WebhookFixture.target("b")])
            let id = try await webhooks.make(first, in: project.id)
            #expect(try await numbers(["b", "a"]) == [2, 1], "they go with the address, not the place")
            #expect(try await numbers(["a", "c"]) == [1, 3], "a new one")
            #expect(try await numbers(["b", "a", "a"]) == [4, 1, 5], "none is given again")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func addressesThatAreSeenToBeInsideAreRefused(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            for host in ["127.0.0.1", "[::1]", "localhost:8080", "169.254.169.254", "0.0.0.0", "[::ffff:127.0.0.1]"] {
                let target = try WebhookTarget(kind: .http, address: WebhookAddress("http://\(host)/"))
                let error = await #expect(throws: WebhookError.self, "\(host)") {
                    try await webhooks.make(WebhookFixture.content(targets: [target]), in: project.id)
                }
                #expect("\(String(describing: error))".contains("outbound_allowed_networks"))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func interestFollowsThePolicies(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let (service, database) = (webhooks.service, webhooks.registry.database)
            let (here, there) = (
                try await webhooks.registry.makeProject("here"), try await webhooks.registry.makeProject("there")
            )
            func wanted(_ kind: EventKind, _ project: Int64) async throws -> Bool {
                try await database.read { try EventStore.isWanted(kind, projectID: project, on: $0) }
            }
            let push = try await webhooks.make(WebhookFixture.content("push"), in: here.id)
            let pull = try await webhooks.make(
                WebhookFixture.content("pull", [.pullArtifact, .replication]), in: here.id)
            #expect(try await wanted(.artifactPushed, here.id))
            #expect(try await wanted(.artifactPulled, here.id))
            #expect(try await !wanted(.artifactDeleted, here.id))
            #expect(try await !wanted(.artifactPushed, there.id))
            try await service.update(
                push, to: WebhookFixture.content("push", isEnabled: false), projectID: here.id,
                by: WebhookFixture.author)
            #expect(try await !wanted(.artifactPushed, here.id), "disabled")
            try await service.delete(pull, projectID: here.id)
            #expect(try await !wanted(.artifactPulled, here.id), "deleted")
            let everywhere = try await webhooks.make(WebhookFixture.content("all", [.deleteArtifact]), in: 0)
            #expect(try await wanted(.artifactDeleted, there.id), "the registry's, in every project")
            try await service.delete(everywhere, projectID: 0)
            #expect(try await !wanted(.artifactDeleted, there.id))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func projectsTakeTheirPoliciesAlong(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            let policy = try await webhooks.make(WebhookFixture.content(), in: project.id)
            let other = try await webhooks.make(WebhookFixture.content(), in: 0)
            try await webhooks.happens(in: project)
            try await webhooks.registry.database.write {
                _ = try $0.execute("DELETE FROM project WHERE id = \(project.id)")
            }
            try await webhooks.service.removeOrphans()
            #expect(try await webhooks.sent(by: policy).isEmpty, "executions, too")
            #expect(try await webhooks.sent(by: other).count == 1)
            #expect(try await webhooks.service.list(ListRequest(), projectID: project.id).total == 0)
            await #expect(throws: WebhookError.projectGone) {
                try await webhooks.make(WebhookFixture.content(), in: project.id)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func atTheSameTimeNoInterestIsLost(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            let types: [(WebhookEventType, EventKind)] = [
                (.pushArtifact, .artifactPushed), (.pullArtifact, .artifactPulled),
                (.deleteArtifact, .artifactDeleted), (.quotaWarning, .quotaWarning),
            ]
            for owner in [project.id, 0] {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for (type, _) in types {
                        group.addTask {
                            try await webhooks.make(WebhookFixture.content(type.rawValue, [type]), in: owner)
                        }
                    }
                    try await group.waitForAll()
                }
                for (_, kind) in types {
                    let isWanted = try await webhooks.registry.database.read {
                        try EventStore.interest(in: kind, on: $0)
                    }
                    #expect(owner == 0 ? isWanted.isEverywhere : isWanted.projects == [project.id], "\(kind)")
                }
            }
        }
    }
}
