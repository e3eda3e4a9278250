package import OCI
package import SQL

/// The checks that features make of a change before it is committed; whoever changes tags or artifacts asks them.
///
/// The order in which a change takes its locks is the same everywhere, so that no two changes wait for each other:
/// blobs, artifacts, tags, and then what the checks lock. So `added` comes last in a transaction.
package struct AdmissionChecks: Sendable {
    private let tagChecks: [TagCheck]
    private let contentChecks: [ContentCheck]

    /// No check at all.
    package static let none = AdmissionChecks(tags: [], contents: [])

    package init(tags: [TagCheck], contents: [ContentCheck]) {
        tagChecks = tags
        contentChecks = contents
    }

    /// Of some tags of a repository, those that may be neither moved nor removed once they exist.
    package func protected(
        _ tags: [String], in place: AdmissionPlace, on connection: any SQLConnection
    ) throws -> Set<String> {
        guard !tags.isEmpty else { return [] }
        return try tagChecks.reduce(into: []) { found, check in
            try found.formUnion(check.protectedTags(tags, place, connection))
        }
    }

    /// Throws `AdmissionError.immutable` if one of these tags, which exist, may not be moved or removed.
    package func requireRemovable(
        _ tags: [String], in place: AdmissionPlace, on connection: any SQLConnection
    ) throws {
        if let tag = try protected(tags, in: place, on: connection).min() {
            throw AdmissionError.immutable(repository: place.name, tag: tag)
        }
    }

    /// Throws `AdmissionError.immutable` if any tag of a repository may not go: what takes several transactions to delete
    /// shouldn't stop half-way.
    package func requireAllRemovable(in place: AdmissionPlace, on connection: any SQLConnection) throws {
        try forTags(of: place, on: connection) { try requireRemovable($0, in: place, on: connection) }
    }

    /// Throws `AdmissionError.immutable` if a tag that may not go now could go under another name of the repository.
    package func requireKept(
        in place: AdmissionPlace, under newName: RepositoryName, on connection: any SQLConnection
    ) throws {
        let renamed = AdmissionPlace(projectID: place.projectID, repositoryID: place.repositoryID, name: newName)
        try forTags(of: place, on: connection) { tags in
            let lost = try protected(tags, in: place, on: connection)
                .subtracting(protected(tags, in: renamed, on: connection))
            if let tag = lost.min() { throw AdmissionError.immutable(repository: place.name, tag: tag) }
        }
    }

    private func forTags(
        of place: AdmissionPlace, on connection: any SQLConnection, _ body: ([String]) throws -> Void
    ) throws {
        guard !tagChecks.isEmpty else { return }
        var last = ""
        while true {
            let tags = try connection.query(
                """
                SELECT name FROM tag WHERE repository_id = \(place.repositoryID) AND name > \(last)
                ORDER BY name LIMIT 1000
                """
            ).map { try $0.text("name") }
            guard let highest = tags.last else { return }
            try body(tags)
            last = highest
        }
    }

    /// Admits an upload into a project; throws `AdmissionError` if nothing more can be pushed there.
    package func beforeUpload(projectID: Int64) async throws {
        for check in contentChecks { try await check.beforeUpload(projectID) }
    }

    /// Admits artifacts whose rows were just written, in a push, a copy or a restoration; throws `AdmissionError`.
    ///
    /// It is the last thing in the transaction, after the tags. Artifacts that were there before cost nothing.
    package func added(
        artifactIDs: [Int64], to place: AdmissionPlace, on connection: any SQLConnection
    ) throws {
        guard !artifactIDs.isEmpty else { return }
        for check in contentChecks { try check.added(artifactIDs, place, connection) }
    }

    /// Tells the features that a change was refused, after it was undone.
    package func refused(_ refusal: Refusal) async {
        for check in contentChecks { await check.refused(refusal) }
    }

    /// Removes artifacts by running `deletion`, which has to make their rows go; throws `AdmissionError.immutable` if
    /// one of their tags may not go.
    ///
    /// The caller has locked the artifacts' rows (`Dialect.forUpdate`).
    package func remove(
        artifactIDs: [Int64], from place: AdmissionPlace, on connection: any SQLConnection,
        by deletion: () throws -> Void
    ) throws {
        try requireRemovable(tags(of: artifactIDs, on: connection), in: place, on: connection)
        let afterwards = try contentChecks.map { try $0.removing(artifactIDs, place, connection) }
        try deletion()
        for next in afterwards { try next(connection) }
    }

    private func tags(of artifactIDs: [Int64], on connection: any SQLConnection) throws -> [String] {
        guard !tagChecks.isEmpty else { return [] }
        return try artifactIDs.chunks().flatMap { part in
            try connection.query("SELECT name FROM tag WHERE artifact_id IN \(list: part)").map { try $0.text("name") }
        }
    }
}
