package import BlobStorage
package import Content
import Cryptography
import NIOCore
import OCI
package import SQL

/// Reads every artifact's graph and every blob back and tells what is missing or damaged.
///
/// It runs beside a serving registry: what was deleted meanwhile is no problem.
package struct VerificationService: Sendable {
    private static let artifactBatch = 50
    private static let blobBatch = 500
    private let database: any Database
    private let storage: any BlobStorage
    private let hashing: HashingThreads

    package init(database: any Database, storage: any BlobStorage, hashing: HashingThreads) {
        self.database = database
        self.storage = storage
        self.hashing = hashing
    }

    /// Verifies everything; throws `DatabaseError` if the database itself can't be read.
    package func run() async throws -> VerificationReport {
        var report = VerificationReport()
        try await verifyArtifacts(&report)
        try await verifyTrash(&report)
        try await verifyBlobs(&report)
        return report
    }

    private func verifyArtifacts(_ report: inout VerificationReport) async throws {
        var cursor: Int64 = 0
        while true {
            let start = cursor
            let page = try await database.read {
                try VerificationStore.artifacts(after: start, limit: Self.artifactBatch, on: $0)
            }
            for artifact in page {
                report.artifacts += 1
                let problems = try await problems(of: artifact)
                if problems.isEmpty { continue }
                let isThere = try await database.read { try VerificationStore.exists(artifact: artifact.id, on: $0) }
                for (digest, problem) in problems where isThere {
                    report.add(repository: artifact.repository, digest: digest, problem)
                }
            }
            guard let last = page.last else { return }
            cursor = last.id
        }
    }

    /// An artifact's manifest, or what is wrong with it.
    private func checkedContent(
        of artifact: VerificationStore.Artifact
    ) async throws -> (manifest: Manifest?, problem: String?) {
        guard let content = artifact.content else { return (nil, "the manifest is missing") }
        let digest = try Digest(artifact.digest)
        let hash = try await hashing.update(
            ContentHash(ContentHash.Algorithm(digest.algorithm)), with: [ByteBuffer(bytes: content)])
        guard try Digest(algorithm: digest.algorithm, bytes: hash.finalized()) == digest else {
            return (nil, "the manifest is damaged: its digest differs")
        }
        guard let manifest = try? Manifest(bytes: content, contentType: artifact.mediaType) else {
            return (nil, "the manifest can't be read")
        }
        return (manifest, nil)
    }

    private func problems(of artifact: VerificationStore.Artifact) async throws -> [(digest: String, String)] {
        let content = try await checkedContent(of: artifact)
        guard let manifest = content.manifest else { return content.problem.map { [(artifact.digest, $0)] } ?? [] }
        let (sizes, children) = try await database.snapshot { connection in
            (
                try VerificationStore.blobSizes(of: artifact, on: connection),
                try VerificationStore.children(of: artifact, on: connection)
            )
        }
        var problems: [(digest: String, String)] = []
        for blob in manifest.blobs {
            let name = blob.digest.description
            if sizes[name] == nil { problems.append((name, "the repository has lost the blob")) }
        }
        if !artifact.allowsSparseIndex {
            for child in manifest.children where !children.contains(child.digest.description) {
                problems.append((child.digest.description, "the repository has lost the manifest that an index lists"))
            }
        }
        return problems
    }

    /// What is in the trash must be whole, or it could not be restored. Its indexes may list what was never deleted.
    private func verifyTrash(_ report: inout VerificationReport) async throws {
        var cursor: Int64 = 0
        while true {
            let start = cursor
            let page = try await database.read {
                try VerificationStore.trashedArtifacts(after: start, limit: Self.artifactBatch, on: $0)
            }
            for artifact in page {
                report.trashedArtifacts += 1
                let content = try await checkedContent(of: artifact)
                var problems = content.problem.map { [(digest: artifact.digest, $0)] } ?? []
                if let manifest = content.manifest {
                    let kept = try await database.read { try VerificationStore.blobs(ofTrashed: artifact.id, on: $0) }
                    for blob in manifest.blobs where !kept.contains(blob.digest.description) {
                        problems.append((blob.digest.description, "the trash has lost the blob"))
                    }
                }
                if problems.isEmpty { continue }
                let isThere = try await database.read { try VerificationStore.exists(trashed: artifact.id, on: $0) }
                for (digest, problem) in problems where isThere {
                    report.add(repository: artifact.repository, digest: digest, problem)
                }
            }
            guard let last = page.last else { return }
            cursor = last.id
        }
    }

    private func verifyBlobs(_ report: inout VerificationReport) async throws {
        var cursor: Int64 = 0
        while true {
            let start = cursor
            let page = try await database.read {
                try VerificationStore.blobs(after: start, limit: Self.blobBatch, on: $0)
            }
            for blob in page {
                report.blobs += 1
                guard let problem = try await problem(of: blob, &report) else { continue }
                if try await database.read({ try VerificationStore.isCurrent(blob, on: $0) }) {
                    let names = try await database.read { try VerificationStore.repositories(of: blob, on: $0) }
                    report.add(repository: names, digest: blob.digest, problem)
                }
            }
            guard let last = page.last else { return }
            cursor = last.id
        }
    }

    private func problem(
        of blob: VerificationStore.Blob, _ report: inout VerificationReport
    ) async throws -> String? {
        do {
            let reader = try await storage.openObject(ObjectKey(blob.key))
            do {
                let problem = try await problem(of: blob, reader: reader, &report)
                await reader.close()
                return problem
            } catch {
                await reader.close()
                throw error
            }
        } catch let error as StorageError {
            return error.kind == .missing
                ? "the blob is missing in the storage" : "the blob can't be read: \(error.kind)"
        }
    }

    private func problem(
        of blob: VerificationStore.Blob, reader: any ObjectReader, _ report: inout VerificationReport
    ) async throws -> String? {
        guard reader.size == blob.size else {
            return "the blob is damaged: it has \(reader.size) bytes and should have \(blob.size)"
        }
        let digest = try Digest(blob.digest)
        var hash = ContentHash(ContentHash.Algorithm(digest.algorithm))
        var offset: Int64 = 0
        while offset < reader.size {
            let chunk = try await reader.read(at: offset, count: 1 << 20)
            guard chunk.readableBytes > 0 else { return "the blob is damaged: it ends early" }
            hash = try await hashing.update(hash, with: [chunk])
            offset += Int64(chunk.readableBytes)
        }
        report.bytes += offset
        let actual = try Digest(algorithm: digest.algorithm, bytes: hash.finalized())
        return actual == digest ? nil : "the blob is damaged: its digest is \(actual)"
    }
}
