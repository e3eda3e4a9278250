package import Events
package import OCI
package import Time

/// An event as the messages to a policy's targets tell of it.
package struct WebhookNotice: Hashable, Sendable {
    /// Tells this message of this policy from all others.
    package let identifier: String
    package let eventType: WebhookEventType
    package let occurredAt: Timestamp
    /// Who did it; empty for nobody who signed in.
    package let operatorName: String
    package let policyID: Int64
    package let projectID: Int64
    package let projectName: String
    /// The repository that it happened in; nil for what concerns the project as a whole.
    package let repository: EventRepository?
    /// At most 100, one for each tag of an artifact; only those that the policy's pattern of tags selects.
    package let artifacts: [EventArtifact]
    /// What else there is to say, by the type of event.
    package let attributes: JSONObject
    /// How the registry is reached, such as `https://registry.example.com`.
    package let registryURL: String

    package init(
        identifier: String, eventType: WebhookEventType, occurredAt: Timestamp, operatorName: String, policyID: Int64,
        projectID: Int64, projectName: String, repository: EventRepository? = nil, artifacts: [EventArtifact] = [],
        attributes: JSONObject = [:], registryURL: String
    ) {
        self.identifier = identifier
        self.eventType = eventType
        self.occurredAt = occurredAt
        self.operatorName = operatorName
        self.policyID = policyID
        self.projectID = projectID
        self.projectName = projectName
        self.repository = repository
        self.artifacts = artifacts
        self.attributes = attributes
        self.registryURL = registryURL
    }
}
