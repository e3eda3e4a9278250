import Access
import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import NIOCore
import OCI

/// The endpoints that list: ping, catalog, tags and referrers.
struct ListingRoutes: Sendable {
    /// Names in an answer when the client doesn't say how many it wants, and at most.
    private static let pageSize = 10_000
    /// Referrers in an answer, and the size in bytes at which it ends early ("Listing referrers": at most 4 MiB).
    private static let referrersPage = 1000
    private static let referrersBytes = 3 << 20
    let service: DistributionService

    /// `GET /v2/`: tells whether the caller is known.
    func ping(_ request: DistributionRequest) async throws -> Response {
        guard request.method == .get || request.method == .head else {
            throw HTTPFailure.methodNotAllowed(allow: "GET, HEAD")
        }
        let caller = try await service.caller(of: request, scope: nil)
        if case .none = caller.proof { throw Challenge.bearer(request.context.origin, scope: nil) }
        return Self.json(Array("{}".utf8), method: request.method)
    }

    /// `GET /v2/_catalog`: for administrators, and robots that may.
    func catalog(_ request: DistributionRequest) async throws -> Response {
        guard request.method == .get else { throw HTTPFailure.methodNotAllowed(allow: "GET") }
        let scope = "registry:catalog:*"
        let caller = try await service.caller(of: request, scope: scope)
        let isCovered =
            if case .token(let token) = caller.proof {
                token.grants("*", type: "registry", name: "catalog")
            } else { true }
        guard isCovered, try await service.authorization.allowsSystem(caller.principal, .catalogRead) else {
            if case .password = caller.proof { throw Challenge.basic(scope: scope) }
            throw Challenge.bearer(request.context.origin, scope: scope, reason: .insufficientScope)
        }
        let size = try request.pageSize(default: Self.pageSize, maximum: Self.pageSize)
        let names = try await service.repositories.list(after: request.parameters["last"], limit: size + 1)
        return Self.page(names, size: size, path: "/v2/_catalog", member: "repositories", name: nil)
    }

    /// `GET /v2/{name}/tags/list`.
    func tags(_ request: DistributionRequest, name: RepositoryName) async throws -> Response {
        guard request.method == .get else { throw HTTPFailure.methodNotAllowed(allow: "GET") }
        _ = try await service.authorize(request, .pull, on: name)
        guard let repository = try await service.repositories.find(name) else {
            throw HTTPFailure.nameUnknown(name.description)
        }
        let size = try request.pageSize(default: Self.pageSize, maximum: Self.pageSize)
        let tags = try await service.manifests.tags(
            repositoryID: repository.id, after: request.parameters["last"], limit: size + 1)
        return Self.page(tags, size: size, path: "/v2/\(name)/tags/list", member: "tags", name: name.description)
    }

    /// `GET /v2/{name}/referrers/{digest}`.
    func referrers(_ request: DistributionRequest, name: RepositoryName, digest text: String) async throws -> Response {
        guard request.method == .get else { throw HTTPFailure.methodNotAllowed(allow: "GET") }
        _ = try await service.authorize(request, .pull, on: name)
        guard let digest = try? Digest(PercentEncoding.decode(text)) else { throw HTTPFailure.digestMalformed(text) }
        let artifactType = request.parameters["artifactType"]
        var found: [Descriptor] = []
        if let repository = try await service.repositories.find(name) {
            found = try await service.manifests.referrers(
                to: digest, artifactType: artifactType, repositoryID: repository.id,
                after: request.parameters["last"], limit: Self.referrersPage + 1)
        }
        let page = Self.fitting(found)
        var headers: HTTPFields = [.contentType: MediaType.ociIndex.rawValue]
        if artifactType != nil { headers[.ociFiltersApplied] = "artifactType" }
        if page.count < found.count, let last = page.last {
            var next = "/v2/\(name)/referrers/\(digest)?last=\(PercentEncoding.encode(last.digest.description))"
            if let artifactType { next += "&artifactType=\(PercentEncoding.encode(artifactType))" }
            headers[.linkHeader] = "<\(next)>; rel=\"next\""
        }
        let index = ImageIndex(manifests: page)
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: index.encoded())))
    }

    /// The first descriptors that fit one answer, at least one.
    private static func fitting(_ all: [Descriptor]) -> [Descriptor] {
        var bytes = 0
        var fitting: [Descriptor] = []
        for descriptor in all.prefix(referrersPage) {
            bytes += 256 + descriptor.annotations.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count + 8 }
            if bytes > referrersBytes, !fitting.isEmpty { break }
            fitting.append(descriptor)
        }
        return fitting
    }

    /// A page of names; `names` holds one more than the page if there is a next one.
    private static func page(_ names: [String], size: Int, path: String, member: String, name: String?) -> Response {
        var writer = JSONWriter()
        writer.beginObject()
        if let name {
            writer.name("name")
            writer.string(name)
        }
        writer.name(member)
        writer.beginArray()
        for entry in names.prefix(size) { writer.string(entry) }
        writer.endArray()
        writer.endObject()
        var response = json(writer.bytes, method: .get)
        if names.count > size, size > 0 {
            let last = PercentEncoding.encode(names[size - 1])
            response.headers[.linkHeader] = "<\(path)?last=\(last)&n=\(size)>; rel=\"next\""
        }
        return response
    }

    private static func json(_ bytes: [UInt8], method: HTTPRequest.Method) -> Response {
        var headers: HTTPFields = [.contentType: "application/json"]
        if method == .head {
            headers[.contentLength] = String(bytes.count)
            return Response(status: .ok, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
