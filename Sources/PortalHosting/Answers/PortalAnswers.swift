import HTTPServing
package import HTTPTypes
package import Hummingbird
import NIOCore

/// Answers requests with the files of a portal.
package struct PortalAnswers: Sendable {
    /// Names of assets change with their content, so a browser never has to ask again.
    private static let forever = "public, max-age=31536000, immutable"
    private static let files = "no-cache"
    private let portal: PortalFiles

    package init(_ portal: PortalFiles) {
        self.portal = portal
    }

    /// The answer to a GET or HEAD with these header fields; nil if the path isn't the portal's after all.
    package func answer(_ path: PortalPath, _ headers: HTTPFields) -> Response? {
        switch path {
        case .asset(let name):
            guard let file = portal.assets[name] else {
                // An old page asks a new server: no cache in between may keep that it isn't here.
                return Response(status: .notFound, headers: [.cacheControl: "no-store"])
            }
            return Self.response(file, caching: Self.forever, headers)
        case .file(let name):
            if let file = portal.others[name] { return Self.response(file, caching: Self.files, headers) }
            return name == "robots.txt" ? Self.robots : nil
        case .page:
            guard PageAcceptance.admitsPages(headers[.accept]) else { return nil }
            return Self.response(portal.index, caching: Self.files, headers)
        }
    }

    private static func response(_ file: PortalFile, caching: String, _ asked: HTTPFields) -> Response {
        let (coding, form) = file.form(for: asked[.acceptEncoding])
        let isDocument = file.mediaType.hasPrefix("text/html") || file.mediaType.hasPrefix("image/svg")
        var headers = isDocument ? PortalHeaders.document : PortalHeaders.file
        headers[.cacheControl] = caching
        headers[.eTag] = "\"\(form.entityTag)\""
        if file.isNegotiated { headers[.vary] = "Accept-Encoding" }
        if EntityTags.matches(asked[.ifNoneMatch], tag: form.entityTag) {
            var response = Response(status: .notModified, headers: headers)
            // It would be the length of the body that isn't sent (RFC 9110 section 8.6).
            response.headers[.contentLength] = nil
            return response
        }
        headers[.contentType] = file.mediaType
        if coding != .identity { headers[.contentEncoding] = coding.rawValue }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: form.bytes))
    }

    /// What a registry holds is nothing for search engines, unless the portal's own file says otherwise.
    private static var robots: Response {
        text("User-agent: *\nDisallow: /\n", status: .ok)
    }

    /// What is answered in place of pages while there is no portal; where it was looked for stands in the log alone.
    package static var missing: Response {
        text(
            """
            Haven is serving, but its web console is not here.

            Build it with "make portal" and set portal_directory (HAVEN_PORTAL_DIRECTORY) to the directory that was
            built, or put that beside the program. The log says where it was looked for.

            The registry and its API work without it: /v2/ and /api/v2.0/health.

            """, status: .notFound)
    }

    private static func text(_ text: String, status: HTTPResponse.Status) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
