package import Catalog
package import Time

/// A tag or an artifact with what becomes of it, as people are shown.
package struct RetentionCandidate: Sendable, Hashable {
    /// Most tags of an artifact that are named.
    package static let mostTags = 100

    /// What would be deleted, with what it was like when it was judged.
    package let target: DeletionCandidate
    package let digest: String
    /// Its tags, those pushed last first, or the one tag; at most `mostTags`.
    package let tags: [String]
    /// How many tags it has.
    package let tagCount: Int64
    package let labels: [String]
    package let pushedAt: Timestamp
    package let pulledAt: Timestamp?
    package var decision: RetentionDecision

    /// The candidate once its deletion was tried.
    func after(_ outcome: DeletionOutcome) -> RetentionCandidate {
        var candidate = self
        switch outcome {
        case .deleted: break
        case .changed: candidate.decision = .changed
        case .protected: candidate.decision = .immutable
        case .listed: candidate.decision = .inKeptIndex
        }
        return candidate
    }
}
