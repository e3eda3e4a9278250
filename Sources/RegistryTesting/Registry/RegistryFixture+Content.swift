import BlobStorage
package import Catalog
import Content
package import Identity
import NIOCore
package import OCI
package import SQL

extension RegistryFixture {
    /// The password of every user that `makeUser` makes.
    package static let password = "Correct-Horse-7"

    package var artifactDetails: ArtifactDetailsService {
        ArtifactDetailsService(database: database, blobs: blobs, hashing: hashing)
    }

    package var artifactLists: ArtifactListService {
        ArtifactListService(database: database, details: artifactDetails)
    }

    package var repositoryLists: RepositoryListService { RepositoryListService(database: database) }

    /// Makes a user.
    @discardableResult
    package func makeUser(_ name: String, isAdministrator: Bool = false) async throws -> User {
        try await users.create(
            NewUser(
                username: name, password: Self.password, email: "\(name)@example.com",
                isAdministrator: isAdministrator))
    }

    /// Makes a project of the first user, who is made if there is none.
    @discardableResult
    package func makeProject(
        _ name: String, isPublic: Bool = false, allowsSparseIndex: Bool = false
    ) async throws -> Project {
        let known = try await users.list().first
        let owner = if let known { known } else { try await makeUser("admin", isAdministrator: true) }
        return try await projects.create(
            ProjectName(name), ownerID: owner.id, isPublic: isPublic, allowsSparseIndex: allowsSparseIndex)
    }

    /// Makes a repository, and its project if it is missing.
    package func makeRepository(_ text: String) async throws -> RepositoryRecord {
        let name = try RepositoryName(text)
        let known = try await projects.find(named: name.project)
        let project = if let known { known } else { try await makeProject(name.project) }
        guard let made = try await repositories.findOrCreate(name, projectID: project.id) else {
            throw ConformanceFailure(description: "no repository \(text)")
        }
        return made
    }

    /// Pushes bytes as a blob and returns what a manifest says of it.
    @discardableResult
    package func pushBlob(
        _ bytes: [UInt8], to repository: RepositoryRecord, mediaType: MediaType = .octetStream
    ) async throws -> Descriptor {
        let digest = try Digest(of: bytes)
        try await uploads.push(
            ChunkedBody(bytes), repositoryID: repository.id, length: Int64(bytes.count), digest: digest)
        return try Descriptor(mediaType: mediaType, digest: digest, size: Int64(bytes.count))
    }

    /// Pushes a manifest under its digest and tags.
    package func push(
        _ manifest: Manifest, to repository: RepositoryRecord, tags: [String] = [], allowsSparseIndex: Bool = false
    ) async throws {
        try await manifests.push(
            ManifestPush(
                repository: repository, manifest: manifest, digest: manifest.digest(),
                tags: try tags.map { try Tag($0) }, allowsSparseIndex: allowsSparseIndex,
                extraAttributes: await artifactDetails.extraAttributes(of: manifest, repositoryID: repository.id),
                pushedBy: "alice"))
    }

    /// Deletes a manifest with its tags for good.
    package func delete(_ digest: Digest, from repository: RepositoryRecord) async throws {
        try await deletion.deleteManifest(digest, of: repository, by: "admin", skipsTrash: true)
    }

    /// Deletes a tag for good.
    package func delete(_ tag: Tag, from repository: RepositoryRecord) async throws {
        try await deletion.deleteTag(tag, of: repository, by: "admin", skipsTrash: true)
    }

    /// Pushes an image with a configuration and a layer of its own for every number.
    package func pushImage(
        _ number: Int, to repository: RepositoryRecord, tags: [String] = []
    ) async throws -> Manifest {
        let config = try await pushBlob(
            Array(#"{"number":\#(number)}"#.utf8), to: repository, mediaType: .ociImageConfig)
        let layer = try await pushBlob(Array("layer \(number)".utf8), to: repository)
        let manifest = try SampleManifest.image(config: config, layers: [layer])
        try await push(manifest, to: repository, tags: tags)
        return manifest
    }

    /// The first column of a statement's only row.
    package func number(_ statement: SQL) async throws -> Int {
        try await database.read { try $0.query(statement)[0].int(0) }
    }

    /// All bytes of a blob as a repository sees it; nil if it doesn't see it.
    package func content(of digest: Digest, in repository: RepositoryRecord) async throws -> [UInt8]? {
        guard let blob = try await blobs.find(digest, repositoryID: repository.id) else { return nil }
        let reader = try await blobs.open(blob, repositoryID: repository.id)
        do {
            let bytes = try await reader.read(at: 0, count: Int(reader.size))
            await reader.close()
            return Array(bytes.readableBytesView)
        } catch {
            await reader.close()
            throw error
        }
    }
}
