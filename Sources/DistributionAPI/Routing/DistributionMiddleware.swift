package import HTTPServing
package import Hummingbird
import Logging
import SystemConfiguration

/// Answers everything under `/v2`; what lies elsewhere goes on to the routes.
///
/// It is added last, right before the routes, because its paths are read from the right, which no route pattern can.
package struct DistributionMiddleware: RouterMiddleware {
    package typealias Context = RegistryRequestContext

    private let service: DistributionService
    private let blobs: BlobRoutes
    private let uploads: UploadRoutes
    private let manifests: ManifestRoutes
    private let listings: ListingRoutes

    package init(service: DistributionService) {
        self.service = service
        blobs = BlobRoutes(service: service)
        uploads = UploadRoutes(service: service)
        manifests = ManifestRoutes(service: service)
        listings = ListingRoutes(service: service)
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let path = request.head.path ?? "/"
        guard path.hasPrefix("/v2"), path.utf8.count <= 8192 else { return try await next(request, context) }
        let split = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var response: Response
        do {
            let endpoint = try DistributionEndpoint(path: split[0])
            context.exchange.endpoint = endpoint.template
            let exchange = DistributionRequest(
                request: request, context: context, query: split.count > 1 ? split[1] : "")
            response = try await respond(to: exchange, endpoint: endpoint)
        } catch DistributionEndpoint.Failure.invalidName(let name) {
            response = HTTPFailure.nameInvalid(name).response()
        } catch DistributionEndpoint.Failure.notFound {
            guard split[0] == "/v2" || split[0].hasPrefix("/v2/") else { return try await next(request, context) }
            response = HTTPFailure.notFound.response()
        } catch {
            guard let failure = FailureTranslation.failure(for: error) else { throw error }
            if failure.status.code >= 500 {
                context.logger.error(
                    "request failed",
                    metadata: ["request_id": "\(context.exchange.requestID)", "error": "\(error)"])
            }
            response = failure.response()
        }
        response.headers[.dockerDistributionAPIVersion] = "registry/2.0"
        return response
    }

    private func respond(to request: DistributionRequest, endpoint: DistributionEndpoint) async throws -> Response {
        try await checkReadOnly(request)
        return switch endpoint {
        case .ping: try await listings.ping(request)
        case .catalog: try await listings.catalog(request)
        case .tags(let name): try await listings.tags(request, name: name)
        case .referrers(let name, let digest): try await listings.referrers(request, name: name, digest: digest)
        case .manifest(let name, let reference):
            try await manifests.respond(to: request, name: name, reference: reference)
        case .blob(let name, let digest): try await blobs.respond(to: request, name: name, digest: digest)
        case .uploads(let name): try await uploads.respond(to: request, name: name)
        case .upload(let name, let session): try await uploads.respond(to: request, name: name, session: session)
        }
    }

    /// Refuses changes while the registry is read-only, as Harbor does: clients show the message as it is.
    private func checkReadOnly(_ request: DistributionRequest) async throws {
        guard request.method != .get, request.method != .head, try await service.configuration.values().isReadOnly
        else { return }
        throw HTTPFailure(
            .forbidden, code: "DENIED", message: "The system is in read only mode. Any modification is prohibited.")
    }
}
