import Access
import Catalog
import Content
import Cryptography
import HTTPServing
import HTTPTypes
import Hummingbird
import NIOCore
import OCI

/// `GET`, `HEAD`, `PUT` and `DELETE /v2/{name}/manifests/{reference}`.
struct ManifestRoutes: Sendable {
    /// Manifests over this many bytes are read on a thread that is made for long work.
    private static let largeManifest = 256 << 10
    let service: DistributionService

    func respond(
        to request: DistributionRequest, name: RepositoryName, reference text: String
    ) async throws -> Response {
        switch request.method {
        case .get, .head:
            let (caller, project) = try await service.authorize(request, .pull, on: name)
            guard let reference = try? Reference(PercentEncoding.decode(text)) else {
                throw HTTPFailure.manifestUnknown(text)
            }
            let response = try await get(request, name: name, reference: reference, by: caller.principal.name)
            if request.method == .get, response.status == .ok {
                service.record("pull", by: caller, in: project, name: name, reference: reference)
            }
            return response
        case .put:
            let (caller, project) = try await service.authorize(request, .push, on: name)
            let reference = try Self.parse(text)
            let response = try await put(
                request, name: name, reference: reference, project: project, by: caller.principal.name)
            service.record("create", by: caller, in: project, name: name, reference: reference)
            return response
        case .delete:
            let (caller, project) = try await service.authorize(request, .delete, on: name)
            let reference = try Self.parse(text)
            let response = try await delete(name: name, reference: reference, by: caller.principal.name)
            service.record("delete", by: caller, in: project, name: name, reference: reference)
            return response
        default: throw HTTPFailure.methodNotAllowed(allow: "GET, HEAD, PUT, DELETE")
        }
    }

    private static func parse(_ text: String) throws -> Reference {
        let text = PercentEncoding.decode(text)
        do {
            return try Reference(text)
        } catch { throw text.contains(":") ? HTTPFailure.digestMalformed(text) : .tagInvalid(text) }
    }

    private func get(
        _ request: DistributionRequest, name: RepositoryName, reference: Reference, by username: String
    ) async throws -> Response {
        guard let repository = try await service.repositories.find(name),
            let artifact = try await service.manifests.find(reference, repositoryID: repository.id)
        else { throw HTTPFailure.manifestUnknown(reference.description) }
        let digest = artifact.digest.description
        var headers: HTTPFields = [
            .contentType: artifact.mediaType, .dockerContentDigest: digest, .eTag: "\"\(digest)\"",
        ]
        if EntityTags.matches(request.request.headers[.ifNoneMatch], tag: digest) {
            return Response(status: .notModified, headers: headers)
        }
        if request.method == .head {
            headers[.contentLength] = String(artifact.manifestSize)
            return Response(status: .ok, headers: headers)
        }
        guard let content = try await service.manifests.content(of: artifact) else {
            throw HTTPFailure.manifestUnknown(reference.description)
        }
        service.pulls.note(artifact, from: repository, reference: reference, by: username)
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: content))
    }

    private func put(
        _ request: DistributionRequest, name: RepositoryName, reference: Reference, project: Project,
        by username: String
    ) async throws -> Response {
        let tags = try self.tags(of: request, reference: reference)
        let bytes = try await body(of: request)
        let digest = try await digest(of: bytes, reference: reference)
        let manifest = try await parse(bytes, contentType: request.request.headers[.contentType])
        guard let repository = try await service.repositories.findOrCreate(name, projectID: project.id) else {
            throw HTTPFailure.projectUnknown(name.project)
        }
        try await service.manifests.push(
            ManifestPush(
                repository: repository, manifest: manifest, digest: digest, tags: tags,
                allowsSparseIndex: project.allowsSparseIndex,
                extraAttributes: await service.details.extraAttributes(of: manifest, repositoryID: repository.id),
                pushedBy: username))
        var headers: HTTPFields = [
            .location: "/v2/\(name)/manifests/\(digest)", .dockerContentDigest: digest.description,
        ]
        if let subject = manifest.subject { headers[.ociSubject] = subject.digest.description }
        if case .digest = reference, !tags.isEmpty {
            headers[.ociTag] = tags.map(\.description).joined(separator: ", ")
        }
        return Response(status: .created, headers: headers)
    }

    /// The tags that a push sets: the one in the path, or those of `?tag=a&tag=b` beside a digest.
    private func tags(of request: DistributionRequest, reference: Reference) throws -> [Tag] {
        let wanted = request.parameters.all("tag")
        switch reference {
        case .tag(let tag):
            guard wanted.isEmpty else {
                throw HTTPFailure.manifestInvalid("the tag parameter needs a digest in the path")
            }
            return [tag]
        case .digest:
            guard wanted.count <= 100 else { throw HTTPFailure.manifestInvalid("at most 100 tags in one request") }
            return try wanted.map { text in
                do {
                    return try Tag(text)
                } catch { throw HTTPFailure.tagInvalid(text) }
            }
        }
    }

    private func body(of request: DistributionRequest) async throws -> [UInt8] {
        let tooLarge = HTTPFailure(
            .contentTooLarge, code: "MANIFEST_INVALID",
            message: "the manifest is larger than \(Manifest.maximumSize) bytes")
        let declared = try request.contentLength()
        if let declared, declared > Int64(Manifest.maximumSize) { throw tooLarge }
        try await request.context.acceptBody()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(declared ?? 0))
        for try await buffer in request.request.body {
            guard bytes.count + buffer.readableBytes <= Manifest.maximumSize else { throw tooLarge }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        if let declared, Int64(bytes.count) != declared {
            throw HTTPFailure.manifestInvalid("the body ended before its declared length")
        }
        return bytes
    }

    private func digest(of bytes: [UInt8], reference: Reference) async throws -> Digest {
        let algorithm: Digest.Algorithm = if case .digest(let digest) = reference { digest.algorithm } else { .sha256 }
        let hash = try await service.hashing.update(.init(.init(algorithm)), with: [ByteBuffer(bytes: bytes)])
        let actual = try Digest(algorithm: algorithm, bytes: hash.finalized())
        if case .digest(let promised) = reference, promised != actual {
            throw HTTPFailure.digestInvalid("the manifest's digest is \(actual)")
        }
        return actual
    }

    private func parse(_ bytes: [UInt8], contentType: String?) async throws -> Manifest {
        do {
            // A hostile document of 4 MiB takes half a second.
            guard bytes.count > Self.largeManifest else { return try Manifest(bytes: bytes, contentType: contentType) }
            return try await service.hashing.run { try Manifest(bytes: bytes, contentType: contentType) }
        } catch let error as ManifestError { throw HTTPFailure.manifestInvalid(error.description) }
    }

    private func delete(
        name: RepositoryName, reference: Reference, by username: String
    ) async throws -> Response {
        guard let repository = try await service.repositories.find(name) else {
            throw HTTPFailure.manifestUnknown(reference.description)
        }
        switch reference {
        case .tag(let tag): try await service.deletion.deleteTag(tag, of: repository, by: username)
        case .digest(let digest):
            try await service.deletion.deleteManifest(digest, of: repository, by: username)
        }
        return Response(status: .accepted)
    }
}
