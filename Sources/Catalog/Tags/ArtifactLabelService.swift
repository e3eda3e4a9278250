package import SQL

/// Puts labels on artifacts and takes them off.
package struct ArtifactLabelService: Sendable {
    /// Why a label was not put on or taken off.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// There is no such artifact.
        case artifactUnknown
        /// There is no such label, or it belongs to another project.
        case labelUnknown(Int64)
        /// The artifact has the label already.
        case alreadyAdded(Int64)
        /// The artifact doesn't have the label.
        case notAdded(Int64)

        /// What is wrong and what to do, for people.
        package var description: String {
            switch self {
            case .artifactUnknown: "the artifact is not there: check its tag or digest"
            case .labelUnknown(let id):
                "label \(id) not found: use a global label or one of the artifact's project"
            case .alreadyAdded(let id): "label \(id) is already added to the artifact"
            case .notAdded(let id): "label \(id) is not added to the artifact"
            }
        }
    }

    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// Puts a global label, or one of the artifact's project, on an artifact; throws `Failure`.
    package func add(_ labelID: Int64, to artifact: ArtifactRecord, in repository: RepositoryRecord) async throws {
        do {
            try await database.write { connection in
                let labels = try connection.query(
                    """
                    SELECT id FROM label WHERE id = \(labelID)
                    AND (project_id IS NULL OR project_id = \(repository.projectID))
                    """)
                guard !labels.isEmpty else { throw Failure.labelUnknown(labelID) }
                let made = try connection.execute(
                    """
                    INSERT INTO artifact_label (artifact_id, label_id) VALUES (\(artifact.id), \(labelID))
                    ON CONFLICT (artifact_id, label_id) DO NOTHING
                    """)
                guard made > 0 else { throw Failure.alreadyAdded(labelID) }
            }
        } catch let error as DatabaseError where error.kind == .foreignKeyViolation {
            throw Failure.artifactUnknown
        }
    }

    /// Takes a label off an artifact; throws `Failure.notAdded`.
    package func remove(_ labelID: Int64, from artifact: ArtifactRecord) async throws {
        let removed = try await database.write { connection in
            try connection.execute(
                "DELETE FROM artifact_label WHERE artifact_id = \(artifact.id) AND label_id = \(labelID)")
        }
        guard removed > 0 else { throw Failure.notAdded(labelID) }
    }
}
