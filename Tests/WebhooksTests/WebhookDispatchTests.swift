import Catalog
import Events
import Jobs
import Listing
import Logging
import OCI
import RegistryTesting
import SQL
import SystemConfiguration
import Testing
import Webhooks

/// Which events make which deliveries.
@Suite struct WebhookDispatchTests {
    @Test(arguments: DatabaseKind.allCases)
    func patternsSelectEvents(_ kind: DatabaseKind) async throws {
        let cases:
            [(repositories: String?, tags: String?, name: String, pushed: [String?], told: Int, reason: String)] = [
                (nil, nil, "app", ["v1"], 1, "without patterns everything"),
                (nil, nil, "app", [nil], 1, "without a tag, too"),
                ("app", nil, "app", ["v1"], 1, "the repository"),
                ("app", nil, "app/web", ["v1"], 0, "another repository"),
                ("app/**", nil, "app/web", ["v1"], 1, "any number of components"),
                ("shop/app", nil, "app", ["v1"], 0, "the project's name isn't part of it"),
                (nil, "v*", "app", ["v1"], 1, "the tag"), (nil, "v*", "app", ["latest"], 0, "another tag"),
                (nil, "v*", "app", [nil], 0, "no tag"),
                (nil, "v*", "app", ["latest", "v1", "v2"], 1, "some of the tags"),
                ("app", "v*", "app", ["v1"], 1, "both"), ("web", "v*", "app", ["v1"], 0, "one of both"),
            ]
        try await WebhookFixture.with(kind) { webhooks in
            for (number, item) in cases.enumerated() {
                let project = try await webhooks.registry.makeProject("p\(number)")
                let policy = try await webhooks.make(
                    WebhookFixture.content(repositories: item.repositories, tags: item.tags), in: project.id)
                try await webhooks.happens(in: project, repository: item.name, tags: item.pushed)
                #expect(try await webhooks.sent(by: policy).count == item.told, "\(item.reason)")
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func onlyTagsThatMatchAreTold(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            let policy = try await webhooks.make(WebhookFixture.content(tags: "v*"), in: project.id)
            try await webhooks.happens(in: project, tags: ["latest", "v1", "v2"])
            let body = try #require(try await webhooks.sent(by: policy).first).body
            #expect(body.contains("v1") && body.contains("v2") && !body.contains("latest"))
            #expect(body.contains("registry.example.com/shop/app:v1"), "as its author reaches the registry")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func policiesOfTheRegistryHearOfAllProjects(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let (shop, lab) = (
                try await webhooks.registry.makeProject("shop"), try await webhooks.registry.makeProject("lab")
            )
            let all = try await webhooks.make(WebhookFixture.content("all"), in: 0)
            let some = try await webhooks.make(WebhookFixture.content("some", repositories: "shop/**"), in: 0)
            let own = try await webhooks.make(WebhookFixture.content("own"), in: shop.id)
            try await webhooks.happens(in: shop)
            try await webhooks.happens(in: lab)
            #expect(try await webhooks.sent(by: all).count == 2)
            #expect(try await webhooks.sent(by: some).count == 1)
            #expect(try await webhooks.sent(by: own).count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func patternsDoNotHoldBackWhatConcernsTheProject(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            let content = try WebhookFixture.content(
                "quota", [.quotaWarning, .tagRetention], repositories: "nothing", tags: "nothing")
            let policy = try await webhooks.make(content, in: project.id)
            try await webhooks.happens(.quotaWarning, in: project)
            try await webhooks.happens(.retentionFinished, in: project, repository: nil, tags: [])
            #expect(try await webhooks.sent(by: policy).map(\.eventType) == ["TAG_RETENTION", "QUOTA_WARNING"])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func eachTargetIsATask(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            let (http, slack) = (try WebhookFixture.target("a"), try WebhookFixture.target("b", kind: .slack))
            let both = try await webhooks.make(WebhookFixture.content("both", targets: [http, slack]), in: project.id)
            let chat = try await webhooks.make(WebhookFixture.content("chat", targets: [slack]), in: project.id)
            try await webhooks.happens(in: project)
            let found = try await webhooks.deliveries.executions(ListRequest(), policyID: both)
            let execution = try #require(found.elements.first?.execution)
            #expect(found.total == 1)
            #expect(execution.vendorType == "WEBHOOK" && execution.trigger == .event)
            #expect(execution.attributes["event_type"] == "PUSH_ARTIFACT")
            let tasks = try await webhooks.deliveries.tasks(
                ofExecution: execution.id, policyID: both, page: .everything)
            #expect(tasks.elements.map(\.type) == ["WEBHOOK", "SLACK"])
            let other = try await webhooks.deliveries.executions(ListRequest(), policyID: chat).elements
            #expect(other.map(\.execution.vendorType) == ["SLACK"])
            let triggers = try await webhooks.service.lastTriggers(projectID: project.id)
            #expect(triggers.map(\.lastAt) == [webhooks.registry.clock.now, webhooks.registry.clock.now])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func theSwitchAndDisabledPoliciesHoldMessagesBack(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            let (on, off) = (
                try await webhooks.make(WebhookFixture.content("on"), in: project.id),
                try await webhooks.make(WebhookFixture.content("off", isEnabled: false), in: project.id)
            )
            try await webhooks.registry.configuration.update(["notification_enable": false])
            try await webhooks.happens(in: project)
            #expect(try await webhooks.sent(by: on).isEmpty)
            try await webhooks.registry.configuration.update(["notification_enable": true])
            try await webhooks.happens(in: project)
            #expect(try await webhooks.sent(by: on).count == 1, "what happened meanwhile isn't made up for")
            #expect(try await webhooks.sent(by: off).isEmpty)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aTransactionMakesOnlySoMuch(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            // 60,000 bytes of each event for each target: 1.2 million.
            let text = String(repeating: "x", count: 15_000)
            let template = try WebhookTemplate("{{#event_data.resources}}\(text){{/event_data.resources}}")
            let targets = try (0..<20).map {
                try WebhookTarget(
                    kind: .http, address: WebhookAddress("https://receiver.example.com/\($0)"), format: .custom,
                    template: template)
            }
            let policy = try await webhooks.make(WebhookFixture.content(targets: targets), in: project.id)
            let place = EventRepository(
                name: "shop/app", createdAt: webhooks.registry.clock.now, isPublic: false)
            let event = NewEvent(
                .artifactPushed, projectID: project.id, operatorName: "somebody",
                occurredAt: webhooks.registry.clock.now,
                content: EventContent(
                    repository: place, artifacts: (0..<4).map { EventArtifact(digest: "sha256:0", tag: "t\($0)") }))
            try await webhooks.registry.database.write {
                try EventStore.insert(Array(repeating: event, count: 9), on: $0)
            }
            #expect(try await webhooks.tellABatch() == 7, "eight mebibytes are enough")
            #expect(try await webhooks.tellABatch() == 2)
            #expect(try await webhooks.sent(by: policy).count == 9 * 20)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func severalProcessesMakeEachDeliveryOnce(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            let policy = try await webhooks.make(WebhookFixture.content(), in: project.id)
            let now = webhooks.registry.clock.now
            let events = (0..<350).map { number in
                let place = EventRepository(name: "shop/app", createdAt: now, isPublic: false)
                return NewEvent(
                    .artifactPushed, projectID: project.id, operatorName: "somebody", occurredAt: now,
                    content: EventContent(
                        repository: place, artifacts: [EventArtifact(digest: "sha256:0", tag: "t\(number)-")]))
            }
            try await webhooks.registry.database.write { try EventStore.insert(events, on: $0) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { try await webhooks.tell() } }
                try await group.waitForAll()
            }
            let bodies = try await webhooks.sent(by: policy).map(\.body)
            #expect(bodies.count == 350)
            let missing = (0..<350).filter { number in !bodies.contains { $0.contains("t\(number)-") } }
            #expect(missing == [])
        }
    }
}
