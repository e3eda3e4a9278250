import SQL
package import Time

/// An artifact as the management API shows it.
package struct ArtifactView: Sendable {
    package let id: Int64
    package let projectID: Int64
    package let repositoryID: Int64
    /// The whole name, with the project's.
    package let repositoryName: String
    package let digest: String
    /// Harbor's word for the kind of artifact, such as `IMAGE`.
    package let type: String
    /// The configuration's media type; an index' own.
    package let mediaType: String
    package let manifestMediaType: String
    package let artifactType: String?
    /// Bytes of the manifest and all that it is made of.
    package let size: Int64
    package let pushedAt: Timestamp
    /// Nil: never.
    package let pulledAt: Timestamp?
    /// A JSON object.
    package let annotations: String?
    /// A JSON object.
    package let extraAttributes: String?
    /// The newest first; not all of them if a limit was asked for.
    package var tags: [TagView] = []
    /// How many tags there are; nil unless a limit was asked for.
    package let tagCount: Int64?
    package var labels: [LabelView] = []
    /// What belongs to it, such as its signatures; the oldest first.
    package var accessories: [AccessoryView] = []
    /// Signatures of the indices that the artifact is a part of.
    package var inheritedAccessories: [AccessoryView] = []
    /// The entries of an index, in their order.
    package var references: [ReferenceView] = []
    /// The entries of an index as they were pushed, a JSON array.
    let storedReferences: String?
    let isDescribed: Bool
    /// Whether it is a list of manifests.
    package var isIndex: Bool { storedReferences != nil }
    let hasAccessories: Bool
    let isLabelled: Bool
    let isChild: Bool

    /// What `init(row:)` reads, in its order; of an artifact `a` and its repository `r`.
    ///
    /// Whether there is something in other tables is found out here, for what is asked for: most artifacts have none
    /// of it, and the statement that would read it is spared.
    static func columns(_ options: ArtifactViewOptions) -> SQL {
        let accessory: SQL = """
            (SELECT 1 FROM artifact x
                WHERE x.repository_id = a.repository_id AND x.accessory_subject = a.digest LIMIT 1) IS NOT NULL
            """
        let tagCount: SQL = "(SELECT count(*) FROM tag t WHERE t.artifact_id = a.id)"
        let label: SQL = "(SELECT 1 FROM artifact_label l WHERE l.artifact_id = a.id LIMIT 1) IS NOT NULL"
        let parent: SQL = "(SELECT 1 FROM artifact_child c WHERE c.child_id = a.id LIMIT 1) IS NOT NULL"
        return """
            a.id, r.project_id, a.repository_id, r.name, a.digest, a.type, a.config_media_type, a.media_type,
            a.artifact_type, a.total_size, a.pushed_at, a.pulled_at, a.annotations, a.extra_attributes,
            a.child_references, \(fragment: options.withAccessories ? accessory : "FALSE"),
            \(fragment: options.withLabels ? label : "FALSE"),
            \(fragment: options.withInheritedAccessories ? parent : "FALSE"),
            \(fragment: options.tagLimit == nil ? "CAST(NULL AS BIGINT)" : tagCount)
            """
    }

    init(row: Row) throws {
        id = try row.int64(0)
        projectID = try row.int64(1)
        repositoryID = try row.int64(2)
        repositoryName = try row.text(3)
        digest = try row.text(4)
        let type = try row.optionalText(5)
        self.type = type ?? ArtifactType.unknown.rawValue
        manifestMediaType = try row.text(7)
        mediaType = try row.optionalText(6) ?? manifestMediaType
        artifactType = try row.optionalText(8)
        size = try row.int64(9)
        pushedAt = Timestamp(microseconds: try row.int64(10))
        pulledAt = try row.optionalInt64(11).map { Timestamp(microseconds: $0) }
        annotations = try row.optionalText(12)
        extraAttributes = try row.optionalText(13)
        storedReferences = try row.optionalText(14)
        hasAccessories = try row.bool(15)
        isLabelled = try row.bool(16)
        isChild = try row.bool(17)
        tagCount = try row.optionalInt64(18)
        isDescribed = type != nil && extraAttributes != nil
    }
}

/// What of an artifact is to be shown, beside the artifact itself.
package struct ArtifactViewOptions: Sendable {
    /// The artifact's tags.
    package var withTags = true
    /// So many of its tags at most, those that were pushed last, and how many there are; nil: all of them.
    package var tagLimit: Int?
    /// The labels that people put on it.
    package var withLabels = false
    /// The artifacts that belong to it.
    package var withAccessories = true
    /// Signatures of the indices that list it.
    package var withInheritedAccessories = false

    /// Harbor's own choice: tags and accessories.
    package init() {}
}
