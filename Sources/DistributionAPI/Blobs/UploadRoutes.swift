import Access
import Admission
import Catalog
import Content
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// The upload endpoints under `/v2/{name}/blobs/uploads/` (OCI Distribution Specification, "Pushing blobs").
struct UploadRoutes: Sendable {
    let service: DistributionService

    /// `POST …/uploads/`: opens a session, mounts a blob, or takes a whole blob at once.
    func respond(to request: DistributionRequest, name: RepositoryName) async throws -> Response {
        guard request.method == .post else { throw HTTPFailure.methodNotAllowed(allow: "POST") }
        let parameters = request.parameters
        let source = parameters["from"].flatMap { try? RepositoryName($0) }
        let (caller, project) = try await service.authorize(
            request, .push, on: name, scope: Self.scope(name, mountSource: source))
        let whole = try parameters["digest"].map(Self.digest)
        guard let repository = try await service.repositories.findOrCreate(name, projectID: project.id) else {
            throw HTTPFailure.projectUnknown(name.project)
        }
        if let mount = parameters["mount"].flatMap({ try? Digest($0) }),
            try await isMounted(mount, from: source, names: parameters.all("from"), caller: caller, to: repository)
        {
            return Self.created(name, digest: mount)
        }
        try await service.admission.beforeUpload(projectID: project.id)
        if let whole, parameters["mount"] == nil {
            try await request.context.acceptBody()
            try await service.uploads.push(
                request.request.body, repositoryID: repository.id, length: try request.contentLength(), digest: whole)
            return Self.created(name, digest: whole)
        }
        let session = try await service.uploads.start(repositoryID: repository.id)
        return Response(status: .accepted, headers: Self.headers(name, session: session))
    }

    /// The requests on a session: PATCH, PUT, GET and DELETE.
    func respond(to request: DistributionRequest, name: RepositoryName, session id: String) async throws -> Response {
        _ = try await service.authorize(request, .push, on: name)
        guard let repository = try await service.repositories.find(name), UploadSession.isIdentifier(id) else {
            throw HTTPFailure.uploadUnknown(id)
        }
        do {
            switch request.method {
            case .patch: return try await append(request, name: name, repository: repository, session: id)
            case .put: return try await finish(request, name: name, repository: repository, session: id)
            case .get, .head:
                let session = try await service.uploads.progress(id, repositoryID: repository.id)
                return Response(status: .noContent, headers: Self.headers(name, session: session))
            case .delete:
                try await service.uploads.cancel(id, repositoryID: repository.id)
                return Response(status: .noContent)
            default: throw HTTPFailure.methodNotAllowed(allow: "PATCH, PUT, GET, HEAD, DELETE")
            }
        } catch UploadError.outOfOrder(let received), UploadError.busy(let received) {
            var failure = Self.outOfOrder(received: received)
            failure.headers[.location] = Self.location(name, session: id)
            throw failure
        }
    }

    private func append(
        _ request: DistributionRequest, name: RepositoryName, repository: RepositoryRecord, session id: String
    ) async throws -> Response {
        let chunk = try ChunkRange(request)
        try await request.context.acceptBody()
        let session = try await service.uploads.append(
            request.request.body, to: id, repositoryID: repository.id, start: chunk.start, length: chunk.length)
        return Response(status: .accepted, headers: Self.headers(name, session: session))
    }

    private func finish(
        _ request: DistributionRequest, name: RepositoryName, repository: RepositoryRecord, session id: String
    ) async throws -> Response {
        guard let text = request.parameters["digest"] else {
            throw HTTPFailure(.badRequest, code: "DIGEST_INVALID", message: "the query must have the blob's digest")
        }
        let digest = try Self.digest(text)
        let chunk = try ChunkRange(request)
        try await request.context.acceptBody()
        try await service.uploads.finish(
            request.request.body, of: id, repositoryID: repository.id, start: chunk.start, length: chunk.length,
            digest: digest)
        return Self.created(name, digest: digest)
    }

    /// Links the repository to a blob that the caller may read elsewhere; whatever is wrong with the source, the
    /// answer is no, so that nobody learns what private projects hold.
    private func isMounted(
        _ digest: Digest, from source: RepositoryName?, names: [String], caller: Caller, to target: RepositoryRecord
    ) async throws -> Bool {
        var candidates: [RepositoryRecord] = []
        if names.isEmpty {
            let identifiers = try await service.blobs.repositories(linking: digest)
            candidates = try await service.repositories.names(of: identifiers)
        } else if let source, let found = try await service.repositories.find(source) {
            candidates = [found]
        }
        for candidate in candidates
        where try await service.mayRead(caller.principal, projectID: candidate.projectID, name: candidate.name) {
            if try await service.blobs.mount(digest, from: candidate.id, to: target.id) { return true }
        }
        return false
    }

    private static func digest(_ text: String) throws -> Digest {
        do {
            return try Digest(text)
        } catch { throw HTTPFailure.digestMalformed(text) }
    }

    /// What a client needs a token for: with a mount, for the source too.
    private static func scope(_ name: RepositoryName, mountSource: RepositoryName?) -> String {
        let own = "repository:\(name):pull,push"
        guard let mountSource, mountSource != name else { return own }
        return "\(own) repository:\(mountSource):pull"
    }

    /// The path of a session, without a query string: some clients drop it.
    private static func location(_ name: RepositoryName, session: String) -> String {
        "/v2/\(name)/blobs/uploads/\(session)"
    }

    private static func headers(_ name: RepositoryName, session: UploadSession) -> HTTPFields {
        [
            .location: location(name, session: session.id), .range: "0-\(max(0, session.received - 1))",
            .dockerUploadUUID: session.id,
        ]
    }

    private static func created(_ name: RepositoryName, digest: Digest) -> Response {
        Response(
            status: .created,
            headers: [
                .location: "/v2/\(name)/blobs/\(digest)", .dockerContentDigest: digest.description,
            ])
    }

    /// The answer to a chunk that doesn't follow what has arrived.
    static func outOfOrder(received: Int64) -> HTTPFailure {
        HTTPFailure(
            .rangeNotSatisfiable, code: "BLOB_UPLOAD_INVALID",
            message: "the chunk doesn't begin where the last one ended: \(received) bytes have arrived",
            headers: [.range: "0-\(max(0, received - 1))"])
    }
}
