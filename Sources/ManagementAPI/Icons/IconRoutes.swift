import Cryptography
import HTTPServing
import Hummingbird
import OCI

/// The pictures for kinds of artifacts.
package struct IconRoutes: Sendable {
    package init() {}

    package var routes: [ManagementRoute] {
        [.open(.get, "/icons/{digest}", "getIcon") { request in try Self.get(request) }]
    }

    private static func get(_ request: ManagementRequest) throws -> Response {
        let text = request.parameter("digest")
        guard (try? Digest(text)) != nil else {
            throw HTTPFailure.unprocessable("digest in path must be a digest such as sha256:0123…")
        }
        guard let icon = BuiltInIcon.find(digest: text) else {
            throw HTTPFailure.notFound("icon \(text) not found: use the icon that an artifact names")
        }
        return .json {
            $0.object {
                $0.member("content-type", BuiltInIcon.contentType)
                $0.member("content", Base64.encode(icon.content))
            }
        }
    }
}
