import HTTPServing
package import HTTPTypes
package import Hummingbird
package import Listing
import NIOCore
package import OCI

/// The answers of the management API.
extension Response {
    /// Answers in JSON that no cache may keep.
    package static func json(
        status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], _ body: (inout JSONWriter) throws -> Void
    ) rethrows -> Response {
        var writer = JSONWriter()
        try body(&writer)
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        headers[.cacheControl] = "no-store"
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
    }

    /// Answers 200 without a body, as Harbor does to most changes.
    package static func ok() -> Response { Response(status: .ok) }

    /// Answers 201 with the path of what was made, and the body that `body` writes.
    package static func created(
        location: String, _ body: (inout JSONWriter) throws -> Void
    ) rethrows -> Response {
        try .json(status: .created, headers: [.location: location], body)
    }

    /// Answers 201 with the path of what was made and no body, as Harbor mostly does.
    package static func created(location: String) -> Response {
        Response(status: .created, headers: [.location: location])
    }

    /// Answers with a page of a list: its elements as an array, `X-Total-Count` and `Link`; `page`: which
    /// one it is, where the request's `q` is no query in Harbor's grammar.
    package static func list<Element>(
        _ elements: [Element], page: Page? = nil, total: Int64, request: ManagementRequest,
        defaultPageSize: Int64 = 10,
        _ body: (inout JSONWriter, Element) throws -> Void
    ) throws -> Response {
        var headers: HTTPFields = [.totalCount: String(total)]
        let page = try page ?? request.listRequest(defaultPageSize: defaultPageSize).page
        if let link = PageLinks(page: page, total: total).header(
            path: request.context.exchange.path, query: request.request.uri.query)
        {
            headers[.link] = link
        }
        return try .json(headers: headers) { writer in try writer.array(elements, body) }
    }
}

extension HTTPField.Name {
    static let totalCount = HTTPField.Name.constant("X-Total-Count")
    static let link = HTTPField.Name.constant("Link")
}
