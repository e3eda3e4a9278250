package import OCI
package import Time

/// Which events somebody wants to hear of, and where.
package struct WebhookPolicyContent: Hashable, Sendable {
    /// The most targets of a policy: each event makes a delivery for each.
    package static let maximumTargets = 20
    /// The longest name and pattern, in bytes.
    package static let maximumNameLength = 255
    /// The longest description, in bytes.
    package static let maximumDescriptionLength = 1024

    package let name: String
    package let description: String
    package let isEnabled: Bool
    package let eventTypes: Set<WebhookEventType>
    package var targets: [WebhookTarget]
    /// Of the repositories only those that match: by the name without its project, in policies for the whole registry
    /// with it. Nil: all.
    package let repositories: Glob?
    /// Of the artifacts only those with a tag that matches. Nil: all, those without a tag too.
    package let tags: Glob?

    /// Makes a policy; throws `WebhookError.invalid` with the name of Harbor's member, or ours, as the place.
    package init(
        name: String, description: String = "", isEnabled: Bool = true, eventTypes: Set<WebhookEventType>,
        targets: [WebhookTarget], repositories: Glob? = nil, tags: Glob? = nil
    ) throws(WebhookError) {
        guard !name.isEmpty, name.utf8.count <= Self.maximumNameLength, Self.isPlain(name),
            !name.allSatisfy(\.isWhitespace)
        else {
            throw .invalid(
                place: "name", reason: "must have 1 to \(Self.maximumNameLength) bytes and no control characters")
        }
        guard description.utf8.count <= Self.maximumDescriptionLength, !description.utf8.contains(0) else {
            throw .invalid(place: "description", reason: "has at most \(Self.maximumDescriptionLength) bytes")
        }
        guard !eventTypes.isEmpty else {
            throw .invalid(place: "event_types", reason: "must name at least one type of event")
        }
        guard 1...Self.maximumTargets ~= targets.count else {
            throw .invalid(place: "targets", reason: "must be 1 to \(Self.maximumTargets)")
        }
        for (place, glob) in [("repository_filter", repositories), ("tag_filter", tags)] {
            guard (glob?.description.utf8.count ?? 0) <= Self.maximumNameLength else {
                throw .invalid(place: place, reason: "has at most \(Self.maximumNameLength) bytes")
            }
        }
        self.name = name
        self.description = description
        self.isEnabled = isEnabled
        self.eventTypes = eventTypes
        self.targets = targets
        self.repositories = repositories
        self.tags = tags
    }

    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f } }
}

/// A policy of a project, or one for the registry as a whole.
package struct WebhookPolicy: Hashable, Sendable {
    package let id: Int64
    /// 0: for all projects.
    package let projectID: Int64
    package let content: WebhookPolicyContent
    /// Who made it.
    package let creator: String
    package let createdAt: Timestamp
    package let updatedAt: Timestamp
}

/// Who makes or changes a policy.
package struct WebhookAuthor: Hashable, Sendable {
    package let name: String
    /// How they reach the registry, such as `https://registry.example.com`: messages name it so, unless it is configured.
    package let registryURL: String

    package init(name: String, registryURL: String) {
        self.name = name
        self.registryURL = registryURL
    }
}
