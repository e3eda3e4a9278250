import OCI
import Time

/// An event as CloudEvents 1.0 has it, all in the body ("structured content mode"), with Harbor's types and attributes.
///
/// Only Harbor's `requestid` is missing: events don't say which request they come of, and many come of none.
enum CloudEvent {
    /// The whole body.
    static func body(of notice: WebhookNotice) -> WebhookBody {
        var event: JSONObject = [
            "specversion": "1.0", "id": .string(notice.identifier),
            "source": .string("/projects/\(notice.projectID)/webhook/policies/\(notice.policyID)"),
            "type": .string(type(notice.eventType)), "datacontenttype": "application/json",
            "time": .string(time(notice.occurredAt)), "data": .object(HarborPayload.data(of: notice)),
        ]
        // Attributes must not be empty.
        if !notice.operatorName.isEmpty { event["operator"] = .string(notice.operatorName) }
        return WebhookBody(event, contentType: "application/cloudevents+json")
    }

    private static func time(_ moment: Timestamp) -> String {
        moment.internetText.prefix { $0 != "." } + "Z"
    }

    private static func type(_ type: WebhookEventType) -> String {
        switch type {
        case .pushArtifact: "harbor.artifact.pushed"
        case .pullArtifact: "harbor.artifact.pulled"
        case .deleteArtifact: "harbor.artifact.deleted"
        case .quotaExceed: "harbor.quota.exceeded"
        case .quotaWarning: "harbor.quota.warned"
        case .scanningFailed: "harbor.scan.failed"
        case .scanningStopped: "harbor.scan.stopped"
        case .scanningCompleted: "harbor.scan.completed"
        case .replication: "harbor.replication.status.changed"
        case .tagRetention: "harbor.tag_retention.finished"
        }
    }
}
