import Events
import OCI
import Time
import Webhooks

/// Events for tests of what is sent.
enum SampleNotice {
    static let digest = "sha256:" + String(repeating: "ab", count: 32)

    /// A push of `library/web/front:v1`, or what else is said.
    static func push(
        _ type: WebhookEventType = .pushArtifact, artifacts: [EventArtifact]? = nil, by operatorName: String = "alice",
        attributes: JSONObject = [:]
    ) -> WebhookNotice {
        WebhookNotice(
            identifier: "4b2f89a6-548d-4c12-9993-a1f5790b97d2", eventType: type,
            occurredAt: Timestamp(microseconds: 1_678_082_923_456_000), operatorName: operatorName, policyID: 3,
            projectID: 1, projectName: "library",
            repository: EventRepository(
                name: "library/web/front", createdAt: Timestamp(microseconds: 1_677_053_165_000_000), isPublic: true),
            artifacts: artifacts ?? [EventArtifact(digest: digest, tag: "v1")], attributes: attributes,
            registryURL: "https://registry.example.com:8443")
    }

    /// A run of a retention policy.
    static let retention = WebhookNotice(
        identifier: "4b2f89a6-548d-4c12-9993-a1f5790b97d2", eventType: .tagRetention,
        occurredAt: Timestamp(microseconds: 1_678_082_923_456_000), operatorName: "MANUAL", policyID: 3, projectID: 1,
        projectName: "library", attributes: ["total": 5, "retained": 3, "result": "SUCCESS"],
        registryURL: "https://registry.example.com:8443")

    /// What a target is sent.
    static func body(
        _ kind: WebhookTargetKind, _ notice: WebhookNotice = push(), format: WebhookPayloadFormat = .harbor,
        template: WebhookTemplate? = nil
    ) throws -> WebhookBody {
        try WebhookTarget(
            kind: kind, address: try WebhookAddress("https://example.com/"), format: format, template: template
        ).body(of: notice)
    }
}
