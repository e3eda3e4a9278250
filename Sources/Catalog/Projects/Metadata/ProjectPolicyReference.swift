package import SQL
package import Time

/// Which retention policy a project has, as its metadata tell: the policies themselves are a feature's.
package enum ProjectPolicyReference {
    /// Writes the number of a project's policy, or that it has none; throws `DatabaseError`.
    ///
    /// Whoever commits tells that the project has changed.
    package static func set(
        retentionPolicy id: Int64?, projectID: Int64, now: Timestamp, on connection: any SQLConnection
    ) throws {
        guard let id else {
            try ProjectMetadataStore.remove(.retentionID, projectID: projectID, now: now, on: connection)
            return
        }
        try ProjectMetadataStore.update(
            ProjectMetadata(trusted: [.retentionID: String(id)]), projectID: projectID, now: now, on: connection)
    }
}
