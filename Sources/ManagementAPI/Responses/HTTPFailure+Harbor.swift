import Access
package import HTTPServing
import HTTPTypes

/// An error of a service that knows how the management API's clients are to see it.
package protocol ManagementFailure: Error {
    /// Status, code and a sentence that says what to do.
    var httpFailure: HTTPFailure { get }
}

/// The failures of the management API, with Harbor's codes.
extension HTTPFailure {
    /// 400: the request can't be understood, or what it asks for makes no sense.
    package static func badRequest(_ message: String) -> HTTPFailure {
        HTTPFailure(.badRequest, code: "BAD_REQUEST", message: message)
    }

    /// 401: the caller has to sign in.
    package static let unauthenticated = HTTPFailure(
        .unauthorized, code: "UNAUTHORIZED", message: "unauthorized: sign in with a name and a password")

    /// 403: the caller has no right to it.
    package static func forbidden(_ message: String = "forbidden: ask a project or system administrator for the right")
        -> HTTPFailure
    {
        HTTPFailure(.forbidden, code: "FORBIDDEN", message: message)
    }

    /// 401 to nobody, who may sign in, and 403 to everybody else.
    static func refusal(of caller: Principal) -> HTTPFailure {
        if case .anonymous = caller { return .unauthenticated }
        return .forbidden()
    }

    /// 403: something other than the caller's rights forbids it.
    package static func denied(_ message: String) -> HTTPFailure {
        HTTPFailure(.forbidden, code: "DENIED", message: message)
    }

    /// 404: what the path names isn't there.
    package static func notFound(_ message: String) -> HTTPFailure {
        HTTPFailure(.notFound, code: "NOT_FOUND", message: message)
    }

    /// 405: the path has other methods.
    static func methodNotAllowed(_ methods: [HTTPRequest.Method]) -> HTTPFailure {
        let names = methods.map(\.rawValue).sorted().joined(separator: ", ")
        return HTTPFailure(
            .methodNotAllowed, code: "METHOD_NOT_ALLOWED", message: "the path can be used with \(names)",
            headers: [.allow: names])
    }

    /// 409: it exists already.
    package static func conflict(_ message: String) -> HTTPFailure {
        HTTPFailure(.conflict, code: "CONFLICT", message: message)
    }

    /// 412: the state of things forbids it.
    package static func preconditionFailed(_ message: String, code: String = "PRECONDITION") -> HTTPFailure {
        HTTPFailure(.preconditionFailed, code: code, message: message)
    }

    /// 413: the body is too large.
    package static func tooLarge(_ message: String) -> HTTPFailure {
        HTTPFailure(.contentTooLarge, code: "REQUEST_ENTITY_TOO_LARGE", message: message)
    }

    /// 415: the body is of another kind.
    package static func unsupportedMediaType(_ message: String) -> HTTPFailure {
        HTTPFailure(.unsupportedMediaType, code: "UNSUPPORTED_MEDIA_TYPE", message: message)
    }

    /// 422: a part of the request is missing or out of its bounds.
    package static func unprocessable(_ message: String) -> HTTPFailure {
        HTTPFailure(.unprocessableContent, code: "UNPROCESSABLE_ENTITY", message: message)
    }

    /// 501: the operation is part of a feature that this version doesn't have.
    package static func notImplemented(_ message: String) -> HTTPFailure {
        HTTPFailure(.notImplemented, code: "NOT_IMPLEMENTED", message: message)
    }
}
