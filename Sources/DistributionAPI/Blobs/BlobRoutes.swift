import BlobStorage
import Catalog
import Content
import HTTPServing
import HTTPTypes
import Hummingbird
import NIOCore
import OCI

/// `GET`, `HEAD` and `DELETE /v2/{name}/blobs/{digest}`.
struct BlobRoutes: Sendable {
    /// Blobs up to this size are read into memory and sent in one piece.
    private static let smallBytes: Int64 = 64 << 10
    let service: DistributionService

    func respond(to request: DistributionRequest, name: RepositoryName, digest text: String) async throws -> Response {
        switch request.method {
        case .get, .head:
            _ = try await service.authorize(request, .pull, on: name)
            return try await get(request, name: name, digest: try parse(text))
        case .delete:
            _ = try await service.authorize(request, .delete, on: name)
            return try await delete(name: name, digest: try parse(text))
        default: throw HTTPFailure.methodNotAllowed(allow: "GET, HEAD, DELETE")
        }
    }

    private func parse(_ text: String) throws -> Digest {
        do {
            return try Digest(PercentEncoding.decode(text))
        } catch { throw HTTPFailure.digestMalformed(text) }
    }

    private func get(_ request: DistributionRequest, name: RepositoryName, digest: Digest) async throws -> Response {
        guard let repository = try await service.repositories.find(name) else {
            throw HTTPFailure.blobUnknown(digest.description)
        }
        let isHead = request.method == .head
        let found =
            isHead
            ? try await service.blobs.findAndRenew(digest, repositoryID: repository.id)
            : try await service.blobs.find(digest, repositoryID: repository.id)
        guard let blob = found else { throw HTTPFailure.blobUnknown(digest.description) }
        var headers: HTTPFields = [
            .contentType: "application/octet-stream", .dockerContentDigest: digest.description,
            .eTag: "\"\(digest)\"", .acceptRanges: "bytes", .cacheControl: "private, max-age=31536000",
        ]
        if EntityTags.matches(request.request.headers[.ifNoneMatch], tag: digest.description) {
            return Response(status: .notModified, headers: headers)
        }
        if isHead {
            headers[.contentLength] = String(blob.size)
            return Response(status: .ok, headers: headers)
        }
        return try await send(blob, repositoryID: repository.id, request: request, headers: headers)
    }

    private func send(
        _ blob: StoredBlob, repositoryID: Int64, request: DistributionRequest, headers: HTTPFields
    ) async throws -> Response {
        var headers = headers
        let range = Self.range(of: request, digest: blob.digest, size: blob.size)
        let (offset, count, status): (Int64, Int64, HTTPResponse.Status)
        switch range {
        case .whole: (offset, count, status) = (0, blob.size, .ok)
        case .part(let start, let length):
            (offset, count, status) = (start, length, .partialContent)
            headers[.contentRange] = "bytes \(start)-\(start + length - 1)/\(blob.size)"
        case .unsatisfiable:
            throw HTTPFailure(
                .rangeNotSatisfiable, code: "SIZE_INVALID", message: "the range lies outside the blob or is several",
                headers: [.contentRange: "bytes */\(blob.size)"])
        }
        if service.redirectsBlobs,
            let location = try await service.blobs.storage.presignedLocation(of: blob.key, expiresIn: .seconds(600))
        {
            return Response(status: .temporaryRedirect, headers: [.location: location])
        }
        let body = try await body(
            of: blob, repositoryID: repositoryID, offset: offset, count: count, context: request.context)
        return Response(status: status, headers: headers, body: body)
    }

    private static func range(of request: DistributionRequest, digest: Digest, size: Int64) -> ByteRange {
        let headers = request.request.headers
        // A range of something else than what the client has a part of is worthless (RFC 9110 section 13.1.5).
        if let condition = headers[.ifRange], !EntityTags.matches(condition, tag: digest.description) { return .whole }
        return ByteRange(header: headers[.range], size: size)
    }

    private func body(
        of blob: StoredBlob, repositoryID: Int64, offset: Int64, count: Int64, context: RegistryRequestContext
    ) async throws -> ResponseBody {
        if count == 0 { return ResponseBody() }
        let reader = try await service.blobs.open(blob, repositoryID: repositoryID)
        guard count > Self.smallBytes else {
            do {
                let bytes = try await reader.read(at: offset, count: Int(count))
                await reader.close()
                guard bytes.readableBytes == count else { throw StorageError(.corrupted, "object is too short") }
                context.exchange.addBytesSent(Int(count))
                return ResponseBody(byteBuffer: bytes)
            } catch {
                await reader.close()
                throw error
            }
        }
        return service.sender.body(
            path: reader.file?.path, offset: offset, count: count, context: context,
            read: { try await reader.read(at: $0, count: $1) }, close: { await reader.close() })
    }

    private func delete(name: RepositoryName, digest: Digest) async throws -> Response {
        guard let repository = try await service.repositories.find(name) else {
            throw HTTPFailure.blobUnknown(digest.description)
        }
        do {
            try await service.blobs.unlink(digest, repositoryID: repository.id)
        } catch BlobService.Failure.unknown {
            throw HTTPFailure.blobUnknown(digest.description)
        } catch BlobService.Failure.inUse {
            throw HTTPFailure(
                .methodNotAllowed, code: "UNSUPPORTED",
                message: "the blob is part of a manifest in this repository: delete the manifest first",
                detail: digest.description, headers: [.allow: "GET, HEAD"])
        }
        return Response(status: .accepted)
    }
}
