/// What is searched for.
package enum SearchKind: String, Sendable, CaseIterable {
    /// Projects whose name contains the text.
    case project
    /// Repositories whose whole name contains the text.
    case repository
    /// Tags that begin with the text.
    case tag
    /// Artifacts whose digest begins with the text, with or without its algorithm.
    case digest
    /// Labels whose name contains the text.
    case label
}

/// Something that was found.
package struct SearchResult: Sendable, Hashable {
    package let kind: SearchKind
    /// The project it lies in; nil for a label of the whole registry.
    package let projectID: Int64?
    package let projectName: String?
    package let isPublic: Bool
    /// The repository's whole name, of repositories, tags and digests.
    package let repositoryName: String?
    package let tag: String?
    package let digest: String?
    package let label: Label?
}

/// A repository as Harbor's search shows it.
package struct FoundRepository: Sendable, Hashable {
    package let projectID: Int64
    package let projectName: String
    package let isPublic: Bool
    package let name: String
    package let pullCount: Int64
    package let artifactCount: Int64
}
