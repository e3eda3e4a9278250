import Access
import BlobStorage
import DistributionAPI
import HTTPServing
import Hummingbird
import ManagementAPI
import NIOCore
import PortalHosting
import Prometheus
import SQL
import TokenService

/// Puts the surfaces together.
struct RegistryRoutes {
    let services: RegistryServices
    /// The web console; nil: none is served.
    let portal: PortalLibrary?

    /// Everything that clients see.
    func main(withMetrics: Bool) -> Router<RegistryRequestContext> {
        let router = Router(context: RegistryRequestContext.self, options: .autoGenerateHeadEndpoints)
        let management = ManagementRouteList(services: services)
        router.add(
            middleware: ManagementMiddleware(table: RouteTable(management.routes), access: management.access))
        router.add(middleware: DistributionMiddleware(service: distribution))
        if let portal { router.add(middleware: PortalMiddleware(library: portal)) }
        TokenEndpoint(
            signIn: services.signIn, tokens: services.tokens, authorization: services.authorization,
            projects: services.projects, repositories: services.repositories, clock: services.clock,
            configuration: services.configuration
        ).addRoutes(to: router)
        if withMetrics { addMetrics(to: router) }
        return router
    }

    /// Only `/metrics`, for an address of its own.
    func metricsOnly() -> Router<RegistryRequestContext> {
        let router = Router(context: RegistryRequestContext.self)
        addMetrics(to: router)
        return router
    }

    private var distribution: DistributionService {
        DistributionService(
            signIn: services.signIn, tokens: services.tokens,
            authorization: services.authorization, projects: services.projects, repositories: services.repositories,
            blobs: services.blobs, uploads: services.uploads, hashing: services.hashing,
            manifests: services.manifests, details: services.artifactDetails, deletion: services.deletion,
            pulls: services.pulls, configuration: services.configuration, audit: services.audit,
            admission: services.admission,
            sender: BlobSender(threads: services.fileThreads, limits: services.settings.limits),
            redirectsBlobs: services.settings.redirectsBlobs)
    }

    private func addMetrics(to router: Router<RegistryRequestContext>) {
        let metrics = services.metrics
        router.get("/metrics") { _, context in
            context.exchange.endpoint = "/metrics"
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: metrics.exposition())))
        }
    }
}
