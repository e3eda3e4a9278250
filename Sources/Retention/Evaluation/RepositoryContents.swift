import Catalog
import Time

/// What a repository holds, as compactly as retention can have it: about 50 bytes an artifact and 40 a tag.
///
/// Accessories aren't among it while their subjects are there: they follow them.
struct RepositoryContents: Sendable {
    /// How long what nothing names is left alone after its push, in microseconds: images of several architectures are
    /// pushed one after the other, and the index that lists them last. It is as long as Harbor's collector waits.
    static let grace: Int64 = 2 * 3600 * 1_000_000

    struct Artifact: Sendable {
        let id: Int64
        /// When it or one of its tags was pushed last, and when pulled; in microseconds since 1970.
        var pushed: Int64
        var pulled: Int64
        /// As `ArtifactState.pushes`.
        var pushes: Int64
        var tags: Int32 = 0
        /// Whether an index lists it.
        let isChild: Bool
        /// Whether it was pushed by its digest and never with a tag.
        let awaitsName: Bool
        /// Whether one of its tags may not go.
        var isProtected = false
        /// Whether something may not go that would go with it: an accessory, or a part of an index.
        var holdsProtected = false
        /// The selectors that select one of its tags.
        var selected: SelectorSet = []

        /// Whether it may yet get a name, an index or a tag, from whoever pushed it after a moment.
        func isRecent(since moment: Int64) -> Bool { awaitsName && tags == 0 && !isChild && pushed > moment }

        /// Whether it is judged at all: what has no tag and is part of an index follows the index.
        var isCandidate: Bool { tags > 0 || !isChild }

        var pulledAt: Timestamp? {
            pulled == RetentionSubject.never ? nil : Timestamp(microseconds: pulled)
        }
    }

    struct Tag: Sendable {
        let id: Int64
        /// The place of its artifact in `artifacts`.
        let artifact: Int32
        let pushed: Int64
        let pulled: Int64
        let selected: SelectorSet
        let isProtected: Bool
    }

    /// In the order of their numbers.
    private(set) var artifacts: [Artifact]
    /// Empty where artifacts are judged as a whole.
    private(set) var tags: [Tag] = []
    /// Artifacts that aren't here and have a tag that may not go.
    private(set) var protectedAccessories: Set<Int64> = []

    init(artifacts: [Artifact]) { self.artifacts = artifacts.sorted { $0.id < $1.id } }

    /// The place of an artifact; nil if it isn't there.
    func place(of artifact: Int64) -> Int32? {
        var (low, high) = (0, artifacts.count)
        while low < high {
            let middle = (low + high) / 2
            if artifacts[middle].id < artifact { low = middle + 1 } else { high = middle }
        }
        return low < artifacts.count && artifacts[low].id == artifact ? Int32(low) : nil
    }

    /// Makes room for tags that are about to be added.
    mutating func reserve(tags count: Int) { tags.reserveCapacity(count) }

    /// Adds a tag; with `keepsTags` by itself, else to its artifact alone.
    mutating func add(_ row: TagRow, selected: SelectorSet, isProtected: Bool, keepsTags: Bool) {
        guard let place = place(of: row.artifactID) else {
            // A tag of an accessory, or of an artifact that was pushed meanwhile.
            if isProtected { protectedAccessories.insert(row.artifactID) }
            return
        }
        let index = Int(place)
        artifacts[index].tags += 1
        artifacts[index].pushes += ArtifactState.folded(Timestamp(microseconds: row.pushed))
        let pulled = max(row.pulled, artifacts[index].pulled)
        if keepsTags {
            tags.append(
                Tag(
                    id: row.id, artifact: place, pushed: row.pushed, pulled: pulled, selected: selected,
                    isProtected: isProtected))
        } else {
            artifacts[index].pushed = max(artifacts[index].pushed, row.pushed)
            artifacts[index].pulled = pulled
            artifacts[index].selected.formUnion(selected)
            if isProtected { artifacts[index].isProtected = true }
        }
    }
}

extension RepositoryContents {
    /// Notes that something may not go that would go with an artifact; gives whether that may go with yet another one.
    mutating func hold(_ artifact: Int64) -> Bool {
        guard let place = place(of: artifact).map(Int.init) else { return true }
        artifacts[place].holdsProtected = true
        return artifacts[place].tags == 0 && artifacts[place].isChild
    }
}

/// A tag as it is read.
struct TagRow: Sendable {
    let id: Int64
    let name: String
    let artifactID: Int64
    let pushed: Int64
    let pulled: Int64
}
