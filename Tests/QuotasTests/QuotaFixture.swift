import Admission
import Catalog
import OCI
import Quotas
import RegistryTesting
import SQL

extension RegistryFixture {
    /// What a project uses according to what its artifacts are made of, counted anew.
    func recount(_ projectID: Int64) async throws -> Int64 {
        try await database.snapshot { connection in
            var sizes: [String: Int64] = [:]
            let blobs = try connection.query(
                """
                SELECT DISTINCT b.digest, b.size FROM artifact_blob u JOIN blob b ON b.id = u.blob_id
                JOIN artifact a ON a.id = u.artifact_id JOIN repository r ON r.id = a.repository_id
                WHERE r.project_id = \(projectID)
                """)
            let manifests = try connection.query(
                """
                SELECT a.digest, a.manifest_size AS size FROM artifact a JOIN repository r ON r.id = a.repository_id
                WHERE r.project_id = \(projectID)
                """)
            for row in blobs + manifests { sizes[try row.text("digest")] = try row.int64("size") }
            return sizes.values.reduce(0, +)
        }
    }

    /// What the registry says a project uses.
    func used(_ projectID: Int64) async throws -> Int64 {
        try await quotas.quota(projectID: projectID)?.used ?? -1
    }

    /// The refusal of a push; nil if it was taken.
    func refusal(_ body: () async throws -> Void) async throws -> AdmissionError? {
        do {
            try await body()
            return nil
        } catch let error as AdmissionError { return error }
    }

    /// Makes a project appear to hold more than it does.
    func fill(_ projectID: Int64, bytes: Int64) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                "INSERT INTO quota_ledger (project_id, delta) VALUES (\(projectID), \(bytes))")
        }
    }
}
