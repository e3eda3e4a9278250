package import HTTPServing
package import Hummingbird

/// Answers the portal's addresses and files; everything else goes on to the routes.
///
/// It stands behind the other surfaces, so that what they answer costs nothing here.
package struct PortalMiddleware: RouterMiddleware {
    package typealias Context = RegistryRequestContext

    private let library: PortalLibrary

    package init(library: PortalLibrary) {
        self.library = library
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head, let path = PortalPath(context.exchange.path) else {
            return try await next(request, context)
        }
        let answer: Response?
        if let portal = await library.files() {
            answer = PortalAnswers(portal).answer(path, request.headers)
        } else {
            answer = path == .page ? PortalAnswers.missing : nil
        }
        guard let answer else { return try await next(request, context) }
        context.exchange.endpoint = path.endpoint
        return answer
    }
}

extension PortalPath {
    /// The label of metrics.
    fileprivate var endpoint: String {
        switch self {
        case .asset: "/assets/{name}"
        case .file: "/{file}"
        case .page: "/{page}"
        }
    }
}
