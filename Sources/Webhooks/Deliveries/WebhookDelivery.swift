package import OCI

/// What a task of the job types `WEBHOOK` and `SLACK` has to deliver: a body, made when the event was dispatched, for a
/// target of a policy. Secrets are not in it: they are looked up when it goes out.
package struct WebhookDelivery: Hashable, Sendable {
    package let policyID: Int64
    /// `WebhookTarget.id`.
    package let targetID: Int
    /// The type of the event, such as `PUSH_ARTIFACT`.
    package let eventType: String
    /// Tells an event's deliveries to a target from others; a replay has the same.
    package let identifier: String
    /// The value of `Content-Type`.
    package let contentType: String
    /// The body, byte for byte what is sent, unless the kind of target signs within the body.
    package let body: String
    /// Whether a person asked for it: then it goes out although the policy is disabled.
    package let isAsked: Bool

    package init(
        policyID: Int64, targetID: Int, eventType: String, identifier: String, contentType: String, body: String,
        isAsked: Bool = false
    ) {
        self.policyID = policyID
        self.targetID = targetID
        self.eventType = eventType
        self.identifier = identifier
        self.contentType = contentType
        self.body = body
        self.isAsked = isAsked
    }

    /// The parameter that says whether a person asked.
    static let askedMember = "asked"

    /// Reads a task's parameters; nil if they are something else.
    package init?(parameters: JSONObject) {
        guard let policyID = parameters["policy_id"]?.integer, let targetID = parameters["target_id"]?.integer,
            let eventType = parameters["event_type"]?.string, let identifier = parameters["identifier"]?.string,
            let contentType = parameters["content_type"]?.string, let body = parameters["body"]?.string
        else { return nil }
        self.init(
            policyID: policyID, targetID: Int(targetID), eventType: eventType, identifier: identifier,
            contentType: contentType, body: body, isAsked: parameters[Self.askedMember]?.bool ?? false)
    }

    /// As a task's parameters.
    package var parameters: JSONObject {
        [
            "policy_id": .integer(policyID), "target_id": .integer(Int64(targetID)), "event_type": .string(eventType),
            "identifier": .string(identifier), "content_type": .string(contentType), "body": .string(body),
            Self.askedMember: .bool(isAsked),
        ]
    }
}

/// The target of a delivery that is about to go out, with its secrets.
package struct WebhookReceiver: Sendable {
    package let target: WebhookTarget
    /// The project of its policy; 0: the registry's own.
    package let projectID: Int64

    package init(_ target: WebhookTarget, projectID: Int64) {
        self.target = target
        self.projectID = projectID
    }
}

/// Finds whom a delivery is for when it is about to go out; nil if the policy or the target was deleted or disabled
/// meanwhile, so that nothing is to be sent any more.
package typealias WebhookReceiverLookup = @Sendable (WebhookDelivery) async throws -> WebhookReceiver?
