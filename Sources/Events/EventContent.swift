package import OCI
package import Time

/// What an event is about.
package struct EventContent: Hashable, Sendable {
    /// The repository that it happened in; nil for what concerns the project as a whole.
    package let repository: EventRepository?
    /// The artifacts that it happened to; of an artifact with several tags one entry for each.
    package let artifacts: [EventArtifact]
    /// What else there is to say, by the kind of event.
    package let attributes: JSONObject

    package init(
        repository: EventRepository? = nil, artifacts: [EventArtifact] = [], attributes: JSONObject = [:]
    ) {
        self.repository = repository
        self.artifacts = artifacts
        self.attributes = attributes
    }
}

/// A repository as it was when something happened in it.
package struct EventRepository: Hashable, Sendable {
    /// The whole name, beginning with the project's.
    package let name: String
    package let createdAt: Timestamp
    /// Whether its project was open to everybody.
    package let isPublic: Bool

    package init(name: String, createdAt: Timestamp, isPublic: Bool) {
        self.name = name
        self.createdAt = createdAt
        self.isPublic = isPublic
    }
}

/// An artifact that something happened to.
package struct EventArtifact: Hashable, Sendable {
    package let digest: String
    /// The tag it was named by; nil: by its digest alone.
    package let tag: String?

    package init(digest: String, tag: String?) {
        self.digest = digest
        self.tag = tag
    }
}
