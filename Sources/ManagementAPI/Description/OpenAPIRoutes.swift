import HTTPTypes
import Hummingbird
import NIOCore

/// The route that gives the description of the management API.
package struct OpenAPIRoutes: Sendable {
    package init() {}

    /// The operation `getOpenAPI`.
    package var routes: [ManagementRoute] {
        [.open(.get, "/openapi.json", "getOpenAPI", handler: Self.document)]
    }

    /// Answers with the document, or 304 if the caller has it already.
    @Sendable private static func document(_ request: ManagementRequest) -> Response {
        let tag = OpenAPIDocument.entityTag
        let headers: HTTPFields = [
            .eTag: tag, .cacheControl: "no-cache", .contentType: "application/json; charset=utf-8",
        ]
        if holds(tag, request.request.headers[values: .ifNoneMatch]) {
            return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "no-cache"])
        }
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: OpenAPIDocument.json)))
    }

    /// Whether one of the tags in `If-None-Match` is this one, weakly compared as RFC 9110 has it.
    private static func holds(_ tag: String, _ values: [String]) -> Bool {
        values.flatMap { $0.split(separator: ",") }.contains { part in
            let candidate = part.trimmingPrefix { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
            return candidate == "*" || (candidate.hasPrefix("W/") ? candidate.dropFirst(2) : candidate) == tag
        }
    }
}
