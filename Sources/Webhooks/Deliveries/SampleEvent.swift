import Events
import OCI
import Time

/// An invented event for trying a policy out.
enum SampleEvent {
    /// What such an event says: as if somebody had done something in a repository `example` of the project.
    static func content(of type: WebhookEventType, projectName: String, at time: Timestamp) -> EventContent {
        let attributes: JSONObject = ["test": true]
        guard type != .tagRetention else { return EventContent(attributes: attributes) }
        let digest = "sha256:" + String(repeating: "0", count: 64)
        return EventContent(
            repository: EventRepository(name: "\(projectName)/example", createdAt: time, isPublic: false),
            artifacts: [EventArtifact(digest: digest, tag: "latest")], attributes: attributes)
    }
}
