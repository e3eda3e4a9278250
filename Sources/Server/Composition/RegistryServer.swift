import Access
import Auditing
import BlobStorage
import Catalog
import DistributionAPI
import Glibc
import HTTPServing
import Hummingbird
import Identity
package import Logging
package import ManagementAPI
import NIOCore
import NIOPosix
import Prometheus
import Quotas
import SQL
import ServiceLifecycle
import TokenService
import UnixSignals
import Webhooks

/// A registry that serves: it opens everything, listens, and ends in good order.
package struct RegistryServer: Sendable {
    private let settings: Settings
    private let logger: Logger

    package init(settings: Settings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    /// Serves until SIGTERM or SIGINT; running transfers get the configured time to finish.
    ///
    /// Throws `DataDirectory.Failure`, `DatabaseError`, `Settings.Invalid` or what the network says.
    package func run() async throws {
        for name in settings.unknown {
            logger.warning("unknown setting, it has no effect", metadata: ["name": "\(name)"])
        }
        let certificates = try settings.tls.map {
            try CertificateSource(certificateFile: $0.certificate, keyFile: $0.key, logger: logger)
        }
        let directory = try DataDirectory(path: settings.dataDirectory)
        let lock = settings.isEmbedded ? try directory.lock() : nil
        if settings.isEmbedded, lock == nil {
            throw DataDirectory.Failure(description: "another haven serves from \(directory.path) already")
        }
        let services = try await RegistryServices(settings: settings, directory: directory, logger: logger)
        do {
            try await FirstStart(services: services).run()
            try await serve(services, directory: directory, certificates: certificates)
        } catch {
            await services.close()
            throw error
        }
        await services.close()
        withExtendedLifetime(lock) {}
        logger.notice("stopped")
    }

    /// The routes of the management API of a registry with these settings; nothing is served.
    ///
    /// Throws as `run()` does.
    package func managementRoutes() async throws -> [ManagementRoute] {
        let directory = try DataDirectory(path: settings.dataDirectory)
        let services = try await RegistryServices(settings: settings, directory: directory, logger: logger)
        let routes = ManagementRouteList(services: services).routes
        await services.close()
        return routes
    }

    private func serve(
        _ services: RegistryServices, directory: DataDirectory, certificates: CertificateSource?
    ) async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let observation = RequestObservation(registry: services.metrics, logger: logger)
        var running: [any Service] = [
            BackgroundLoop { await services.sharedClock.run() },
            BackgroundLoop { await services.pulls.run() }, BackgroundLoop { await services.audit.run() },
            BackgroundLoop { await services.forwardAuditLog() },
            BackgroundLoop { await services.artifactDetails.run() },
            BackgroundLoop { await services.changes.run() }, BackgroundLoop { await services.quotas.run() },
            BackgroundLoop { await services.emptyTrash() }, BackgroundLoop { await services.webhooks.run() },
            BackgroundLoop { await services.sessions.run() },
            BackgroundLoop { await services.projectDeletion.run() },
            BackgroundLoop { await services.robotUses.run() },
            BackgroundLoop { await BackgroundJobs(services: services).work() },
            BackgroundLoop { await BackgroundJobs(services: services).tellEvents() },
            BackgroundLoop { await RobotExpiryNotice(robots: services.robots, logger: services.logger).run() },
            ControlServer(
                path: directory.controlSocket, executor: CommandExecutor(services: services), eventLoopGroup: group,
                logger: logger),
        ]
        if let certificates { running.append(certificates) }
        let routes = RegistryRoutes(services: services, portal: PortalPlaces(settings).library(services))
        running.append(
            server(
                settings.listen, routes.main(withMetrics: settings.metricsListen == nil), certificates: certificates,
                observation: observation, group: group))
        if let address = settings.metricsListen {
            running.append(
                server(address, routes.metricsOnly(), certificates: nil, observation: observation, group: group))
        }
        var configuration = ServiceGroupConfiguration(
            services: running, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        configuration.maximumGracefulShutdownDuration = .seconds(settings.shutdownSeconds)
        configuration.maximumCancellationDuration = .seconds(10)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError {
            let reason = String(cString: strerror(error.errnoCode))
            throw DataDirectory.Failure(description: "can't serve on \(settings.listen): \(reason)")
        }
    }

    /// The address that was got in the end: with port 0 it differs from the one asked for.
    private static func text(_ address: SocketAddress?) -> String? {
        guard let host = address?.ipAddress, let port = address?.port else { return nil }
        return ListenAddress.network(host: host, port: port).description
    }

    /// What libraries say about themselves matters only when it is a warning.
    private var quiet: Logger {
        var quiet = logger
        quiet.logLevel = max(.warning, logger.logLevel)
        return quiet
    }

    private func server(
        _ address: ListenAddress, _ router: Router<RegistryRequestContext>, certificates: CertificateSource?,
        observation: RequestObservation, group: any EventLoopGroup
    ) -> any Service {
        let logger = logger
        let scheme = certificates == nil ? "http" : "https"
        return HTTPServer(
            address: address.bindAddress, responder: router.buildResponder(), limits: settings.limits,
            forwarding: settings.forwarding, certificates: certificates, observation: observation,
            eventLoopGroup: group, logger: logger,
            translate: DatabaseFailure.httpFailure
        ) { bound in
            // Whoever may enter the directory may connect, as anybody may on a port: sign-in decides the rest.
            if case .socket(let path) = address { chmod(path, 0o666) }
            logger.notice(
                "serving", metadata: ["address": "\(Self.text(bound) ?? address.description)", "scheme": "\(scheme)"])
        }
    }
}

/// A loop that runs beside the servers and ends with them.
private struct BackgroundLoop: Service {
    let body: @Sendable () async -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown { await body() }
        // A service that ends before the others would stop them all.
        try? await gracefulShutdown()
    }
}
