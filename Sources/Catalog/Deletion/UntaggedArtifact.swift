package import OCI

/// Which of the artifacts that nothing names are meant.
package struct UntaggedKinds: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Images and everything else but indexes.
    package static let images = UntaggedKinds(rawValue: 1)
    /// Indexes, with those of their children that nothing else names.
    package static let indexes = UntaggedKinds(rawValue: 2)
    package static let all: UntaggedKinds = [.images, .indexes]
}

/// An artifact that nothing names: no tag, no index, no subject.
package struct UntaggedArtifact: Sendable {
    package let id: Int64
    package let digest: Digest
    package let repository: RepositoryRecord
}

/// A part of all artifacts that was passed through.
package struct UntaggedWindow: Sendable {
    /// The number of its last artifact, behind which the next one begins.
    package let end: Int64
    /// Those of its artifacts that nothing names, in the order of their numbers.
    package let found: [UntaggedArtifact]
}
