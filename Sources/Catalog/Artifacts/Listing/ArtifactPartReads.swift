import SQL

/// Reads what belongs to artifacts out of other tables: each kind with one statement for all of them, and none for
/// what no artifact has.
struct ArtifactPartReads: Sendable {
    enum Part: Sendable {
        case tags
        case labels
        case accessories
        case inheritedAccessories
        case references
    }

    private(set) var artifacts: [ArtifactView]
    private let tagLimit: Int?
    private var waiting: [Part] = []

    /// Sees what is to be read.
    init(of artifacts: [ArtifactView], _ options: ArtifactViewOptions) {
        self.artifacts = artifacts
        tagLimit = options.tagLimit
        guard !artifacts.isEmpty else { return }
        if options.withTags { waiting.append(.tags) }
        // Of what wasn't asked for, the artifacts don't know that they have it.
        if artifacts.contains(where: \.isLabelled) { waiting.append(.labels) }
        if artifacts.contains(where: \.hasAccessories) { waiting.append(.accessories) }
        if artifacts.contains(where: \.isChild) { waiting.append(.inheritedAccessories) }
        if artifacts.contains(where: \.isIndex) { waiting.append(.references) }
    }

    /// What is still to be read.
    var next: Part? { waiting.first }

    /// Reads a part with one statement.
    mutating func read(_ part: Part, on connection: any SQLConnection) throws {
        waiting.removeAll { $0 == part }
        switch part {
        case .tags:
            set(\.tags, try ArtifactListStore.tags(of: artifacts.map(\.id), limit: tagLimit, on: connection))
        case .labels:
            set(\.labels, try ArtifactListStore.labels(of: artifacts.filter(\.isLabelled).map(\.id), on: connection))
        case .accessories:
            let subjects = artifacts.filter(\.hasAccessories).map(\.id)
            set(\.accessories, try ArtifactListStore.accessories(of: subjects, on: connection))
        case .inheritedAccessories:
            let children = artifacts.filter(\.isChild).map(\.id)
            set(\.inheritedAccessories, try ArtifactListStore.inheritedSignatures(of: children, on: connection))
        case .references:
            let children = try ArtifactListStore.children(
                of: artifacts.filter(\.isIndex).map(\.id), on: connection)
            for (position, artifact) in artifacts.enumerated() {
                guard let stored = artifact.storedReferences else { continue }
                artifacts[position].references = ReferenceView.decode(
                    stored, parentID: artifact.id, children: children[artifact.id] ?? [:])
            }
        }
    }

    private mutating func set<Value>(
        _ member: WritableKeyPath<ArtifactView, [Value]>, _ values: [Int64: [Value]]
    ) {
        for position in artifacts.indices {
            artifacts[position][keyPath: member] = values[artifacts[position].id] ?? []
        }
    }
}
