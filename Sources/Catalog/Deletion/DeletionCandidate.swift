import SQL
package import Time

/// Something that was judged and is to go, with what it was like then: it goes only if it is still the same.
package enum DeletionCandidate: Sendable, Hashable {
    /// An artifact with all its tags.
    case artifact(Int64, ArtifactState)
    /// One tag of an artifact, and the artifact with its last tag.
    case tag(Int64, artifactID: Int64, TagState)

    /// The number of the artifact that it is, or is a tag of.
    package var artifactID: Int64 {
        switch self {
        case .artifact(let id, _): id
        case .tag(_, let id, _): id
        }
    }
}

/// What of an artifact changes with every push and pull of it and of its tags.
package struct ArtifactState: Sendable, Hashable {
    /// How many tags it has.
    package let tags: Int64
    /// The moments at which it and its tags were pushed, folded: any push makes it another number.
    package let pushes: Int64
    /// When it or one of its tags was pulled last.
    package let pulledAt: Timestamp?

    package init(tags: Int64, pushes: Int64, pulledAt: Timestamp?) {
        self.tags = tags
        self.pushes = pushes
        self.pulledAt = pulledAt
    }

    /// What a moment adds to `pushes`, so that the sum of many fits; SQL has the same.
    package static func folded(_ moment: Timestamp) -> Int64 { moment.microseconds % foldedBelow }

    static let foldedBelow: Int64 = 1_000_000_007
}

/// What of a tag changes with every push and pull.
package struct TagState: Sendable, Hashable {
    package let pushedAt: Timestamp
    /// When it or its artifact was pulled last: clients that ask for the digest first pull by the digest.
    package let pulledAt: Timestamp?

    package init(pushedAt: Timestamp, pulledAt: Timestamp?) {
        self.pushedAt = pushedAt
        self.pulledAt = pulledAt
    }
}

/// What became of a candidate.
package enum DeletionOutcome: String, Sendable, Hashable {
    case deleted
    /// It was pushed, pulled, moved or deleted since it was judged, and was left alone.
    case changed
    /// A check keeps one of the tags that would go with it.
    case protected
    /// An index that stays lists it.
    case listed
}
