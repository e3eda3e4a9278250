import Catalog
import Jobs
import Listing
import OCI
import RegistryTesting
import SQL
import Testing
import Webhooks

/// What goes out, and what doesn't any more.
@Suite struct WebhookDeliveryTests {
    @Test(arguments: DatabaseKind.allCases)
    func aReplaySendsTheVerySame(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            let policy = try await webhooks.make(WebhookFixture.content(), in: project.id)
            try await webhooks.happens(in: project)
            let first = try #require(
                try await webhooks.deliveries.executions(ListRequest(), policyID: policy).elements.first)
            webhooks.registry.clock.advance(bySeconds: 60)
            let again = try await webhooks.deliveries.replay(execution: first.execution.id, policyID: policy)
            let execution = try await webhooks.deliveries.execution(again, policyID: policy)
            #expect(execution.trigger == .manual)
            #expect(execution.attributes["replay_of"]?.integer == first.execution.id)
            let sent = try await webhooks.sent(by: policy)
            #expect(sent.count == 2)
            #expect(sent[0].body == sent[1].body && sent[0].identifier == sent[1].identifier)
            #expect(sent[0].isAsked && !sent[1].isAsked)
            await #expect(throws: WebhookError.unknownExecution(again), "of another policy") {
                try await webhooks.deliveries.replay(execution: again, policyID: policy + 1)
            }
        }
    }

    @Test func anExampleIsWhatWouldBeSent() async throws {
        try await WebhookFixture.with(.sqlite) { webhooks in
            func example(_ format: WebhookPayloadFormat, _ template: WebhookTemplate? = nil) throws -> WebhookBody {
                let target = try WebhookTarget(
                    kind: .http, address: WebhookAddress("https://receiver.example.com/"), format: format,
                    template: template)
                return webhooks.deliveries.example(
                    of: .deleteArtifact, for: target, projectID: 1, projectName: "shop", operatorName: "alice",
                    registryURL: "https://registry.example.com")
            }
            #expect(try example(.harbor).text.contains("registry.example.com/shop/example:latest"))
            #expect(try example(.cloudEvents).contentType.contains("cloudevents"))
            let own = try WebhookTemplate("{{type}} by {{operator}}", contentType: "text/plain")
            #expect(try example(.custom, own).text == "DELETE_ARTIFACT by alice")
            let sent = try await webhooks.jobs.executions(
                ListRequest(), vendorTypes: WebhookTargetKind.jobTypes, vendorID: 0)
            #expect(sent.elements.isEmpty, "nothing is sent")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func targetsAreFoundAsLongAsTheyAreThere(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let project = try await webhooks.registry.makeProject("shop")
            let (one, two) = (try WebhookFixture.target("a", secret: "s"), try WebhookFixture.target("b"))
            let policy = try await webhooks.make(WebhookFixture.content(targets: [one, two]), in: project.id)
            try await webhooks.happens(in: project)
            let sent = try await webhooks.sent(by: policy)
            func change(_ targets: [WebhookTarget], isEnabled: Bool) async throws {
                let content = try WebhookFixture.content(targets: targets, isEnabled: isEnabled)
                try await webhooks.service.update(
                    policy, to: content, projectID: project.id, by: WebhookFixture.author)
            }
            let lookup = webhooks.deliveries.lookup
            #expect(try await lookup(sent[0])?.target.secret == "s", "with its secret")
            try await change([two], isEnabled: true)
            #expect(try await lookup(sent[0]) == nil, "the target has gone")
            #expect(try await lookup(sent[1])?.target.address == two.address)
            try await change([two], isEnabled: false)
            #expect(try await lookup(sent[1]) == nil, "the policy is disabled")
            let test = try await webhooks.deliveries.test(
                policyID: policy, projectID: project.id, projectName: "shop", eventType: nil, operatorName: "admin")
            let asked = try #require(try await webhooks.sent(by: policy).first)
            #expect(asked.isAsked)
            #expect(try await lookup(asked) != nil, "what a person asks for goes out though the policy is disabled")
            try await webhooks.service.delete(policy, projectID: project.id)
            #expect(try await lookup(asked) == nil, "the policy has gone")
            #expect(try await webhooks.jobs.execution(test, vendorType: "WEBHOOK") == nil, "its executions, too")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func everyTypeOfEventCanBeTried(_ kind: DatabaseKind) async throws {
        try await WebhookFixture.with(kind) { webhooks in
            let policy = try await webhooks.make(WebhookFixture.content(), in: 0)
            for type in WebhookEventType.allCases {
                _ = try await webhooks.deliveries.test(
                    policyID: policy, projectID: 0, projectName: "example", eventType: type, operatorName: "admin")
                let sent = try #require(try await webhooks.sent(by: policy).first)
                #expect(sent.eventType == type.rawValue)
            }
        }
    }
}
