import Access
package import Catalog
import HTTPServing
import HTTPTypes
import Hummingbird
import OCI

/// Harbor's resource `SystemCVEAllowlist`: the vulnerabilities that don't count anywhere.
package struct CVEAllowlistRoutes: Sendable {
    private let allowlists: CVEAllowlistService

    package init(allowlists: CVEAllowlistService) {
        self.allowlists = allowlists
    }

    /// The routes.
    package var routes: [ManagementRoute] {
        [
            .signedIn(.get, "/system/CVEAllowlist", "getSystemCVEAllowlist") { _ in
                let list = try await allowlists.list()
                return .json { $0.allowlist(list) }
            },
            .system(
                .put, "/system/CVEAllowlist", "putSystemCVEAllowlist", Permission("configuration", "update"),
                audit: AuditedAction(operation: "update", resourceType: "configuration")
            ) { request in
                request.audit.resource = "CVE allowlist"
                try await allowlists.replace(with: ProjectBody.allowlist(try await request.body()))
                return .ok()
            },
        ]
    }
}
