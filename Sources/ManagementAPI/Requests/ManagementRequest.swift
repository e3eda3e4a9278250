package import Access
package import HTTPServing
package import Hummingbird
package import Identity
package import Listing
import NIOCore
package import OCI

/// A request to the management API, with what handlers ask of it.
package struct ManagementRequest: Sendable {
    private static let maximumBody = 1 << 20
    /// The request as it was sent.
    package let request: Request
    package let context: RegistryRequestContext
    /// Whoever sends it.
    package let caller: Principal
    /// The session by which the sender is known; nil for programs, which show a password, and for nobody.
    package let session: UserSession?
    /// What the audit log is to learn of it.
    package let audit: AuditNote
    /// The parameters of the query string.
    package let query: QueryString
    private let parameters: [String: String]

    init(
        request: Request, context: RegistryRequestContext, parameters: [String: String], sender: Sender,
        audit: AuditNote
    ) {
        self.request = request
        self.context = context
        self.parameters = parameters
        caller = sender.principal
        session = sender.session
        self.audit = audit
        query = QueryString(request.uri.query ?? "", plusIsSpace: true)
    }

    /// The decoded value of a parameter of the path; empty if the path has none of the name.
    ///
    /// Names of repositories are encoded twice by Harbor's clients, so that proxies leave their slashes alone.
    package func parameter(_ name: String) -> String {
        let value = parameters[name] ?? ""
        return name == "repository_name" ? PercentEncoding.decode(value) : value
    }

    /// A parameter of the path that is a number of something; throws 422 for anything else.
    package func integer(_ name: String) throws -> Int64 {
        guard let value = Int64(parameter(name)), value >= 0 else {
            throw HTTPFailure.unprocessable("\(name) in path must be a number")
        }
        return value
    }

    /// A parameter of the query that is true or false; throws 422 for anything else.
    package func flag(_ name: String, default standard: Bool) throws -> Bool {
        guard let text = query[name], !text.isEmpty else { return standard }
        switch text.lowercased() {
        case "true", "1", "t": return true
        case "false", "0", "f": return false
        default: throw HTTPFailure.unprocessable("\(name) in query must be true or false")
        }
    }

    /// A parameter of the query that is a number; throws 422 for anything else.
    package func queryInteger(_ name: String) throws -> Int64? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard let value = Int64(text) else { throw HTTPFailure.unprocessable("\(name) in query must be a number") }
        return value
    }

    /// A parameter of the query that is text; throws 422 if it is longer than `maximum` bytes or has control
    /// characters.
    package func queryText(_ name: String, maximum: Int = 255) throws -> String? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard text.utf8.count <= maximum, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else {
            throw HTTPFailure.unprocessable("\(name) in query must have at most \(maximum) bytes of plain text")
        }
        return text
    }

    /// Which part of a list is asked for (`page`, `page_size`, `q`, `sort`); throws 422 and 400 as Harbor.
    package func listRequest(defaultPageSize: Int64 = 10) throws -> ListRequest {
        let (query, number) = (query, try queryInteger("page") ?? 1)
        let size = try queryInteger("page_size") ?? defaultPageSize
        return ListRequest(
            filters: try QueryGrammar.parse(query["q"] ?? ""), sort: SortKey.parse(query["sort"] ?? ""),
            page: try Page(number: number, size: size))
    }

    /// The body, which must be a JSON object of at most 1 MiB; throws 400, 413, 415 or 422.
    package func body() async throws -> JSONBody {
        guard case .object(let object) = try await json() else {
            throw HTTPFailure.badRequest("the body must be a JSON object")
        }
        return JSONBody(object)
    }

    /// The body as `body`, or nil if there is none.
    package func optionalBody() async throws -> JSONBody? {
        let length = request.headers[.contentLength]
        if length == "0" || (length == nil && request.headers[.transferEncoding] == nil) { return nil }
        return try await body()
    }

    /// The body as any JSON value, of at most 1 MiB; throws 400, 413, 415 or 422.
    package func json() async throws -> JSONValue {
        let type = request.headers[.contentType] ?? "application/json"
        let essence = type.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard essence == "application/json" || essence.hasSuffix("+json") else {
            throw HTTPFailure.unsupportedMediaType("send the body with Content-Type: application/json")
        }
        let bytes = try await bytes()
        guard !bytes.isEmpty else { throw HTTPFailure.unprocessable("body in body is required: send a JSON object") }
        do {
            return try JSONValue(parsing: bytes)
        } catch {
            throw HTTPFailure.badRequest("the body is not valid JSON: \(error)")
        }
    }

    /// The bytes of the body, at most 1 MiB; throws 413.
    package func bytes() async throws -> [UInt8] {
        try await context.acceptBody()
        do {
            return Array(buffer: try await request.body.collect(upTo: Self.maximumBody))
        } catch is NIOTooManyBytesError {
            throw HTTPFailure.tooLarge("the body must not be larger than \(Self.maximumBody) bytes")
        }
    }
}
