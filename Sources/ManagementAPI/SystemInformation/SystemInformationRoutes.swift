import Access
package import BlobStorage
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI
package import SystemConfiguration
package import Time

/// Harbor's resource `systeminfo`: what clients ask before anything else.
package struct SystemInformationRoutes: Sendable {
    /// The version of Harbor whose API this is, in the form that its clients take apart.
    package static let harborVersion = "v2.15.0-68617665"

    private let configuration: ConfigurationService
    private let storage: any BlobStorage
    /// Such as `filesystem`.
    private let storageName: String
    private let clock: WallClock

    package init(
        configuration: ConfigurationService, storage: any BlobStorage, storageName: String, clock: WallClock
    ) {
        self.configuration = configuration
        self.storage = storage
        self.storageName = storageName
        self.clock = clock
    }

    /// The routes.
    package var routes: [ManagementRoute] {
        [
            .open(.get, "/systeminfo", "getSystemInfo") { try await information($0) },
            .system(.get, "/systeminfo/volumes", "getVolumes", Permission("system-volumes", "read")) { _ in
                let capacity = try await storage.capacity()
                return .json { writer in
                    writer.object { writer in
                        writer.member("storage", array: capacity.map { [$0] } ?? []) { writer, capacity in
                            writer.object { writer in
                                writer.member("total", capacity.total)
                                writer.member("free", capacity.free)
                            }
                        }
                    }
                }
            },
            .open(.get, "/systeminfo/getcert", "getCert") { _ in
                throw HTTPFailure.notFound("this registry has no root certificate of its own to download")
            },
        ]
    }

    /// What anybody may know, and more for whoever is signed in.
    private func information(_ request: ManagementRequest) async throws -> Response {
        let values = try await configuration.values()
        let isKnown = if case .anonymous = request.caller { false } else { true }
        return .json { writer in
            writer.object { writer in
                writer.member("auth_mode", "db_auth")
                writer.member("primary_auth_mode", false)
                writer.member("self_registration", values.allowsSelfRegistration)
                writer.member("banner_message", values.bannerMessage)
                writer.member("oidc_provider_name", "")
                if isKnown { details(values, request, &writer) }
            }
        }
    }

    private func details(_ values: ConfigurationValues, _ request: ManagementRequest, _ writer: inout JSONWriter) {
        let origin = request.context.origin
        writer.member("current_time", clock.now)
        writer.member("external_url", origin.baseURL)
        writer.member("registry_url", origin.authority)
        writer.member("harbor_version", Self.harborVersion)
        writer.member("has_ca_root", false)
        writer.member("notification_enable", values.areNotificationsSent)
        writer.member("project_creation_restriction", values.projectCreationRestriction.rawValue)
        writer.member("read_only", values.isReadOnly)
        writer.member("registry_storage_provider_name", storageName)
        writer.member("undelete_window_hours", values.undeleteHours)
    }
}
