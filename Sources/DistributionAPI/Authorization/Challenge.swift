import Access
import HTTPServing
import HTTPTypes

/// The 401 that tells a client how to get in (RFC 6750 section 3 and the Docker Registry v2 token specification).
enum Challenge {
    /// Why a bearer token is asked for.
    enum Reason: String {
        case invalidToken = "invalid_token"
        /// containers/image asks for another token only on this.
        case insufficientScope = "insufficient_scope"
    }

    /// Asks for a bearer token for `scope`; no scope: any token.
    static func bearer(_ origin: RequestOrigin, scope: String?, reason: Reason? = nil) -> HTTPFailure {
        var value = "Bearer realm=\"\(origin.baseURL)/service/token\",service=\"\(RegistryToken.service)\""
        if let scope { value += ",scope=\"\(scope)\"" }
        if let reason { value += ",error=\"\(reason.rawValue)\"" }
        return failure(value, scope: scope)
    }

    /// Asks for a name and a password.
    static func basic(scope: String? = nil) -> HTTPFailure {
        failure("Basic realm=\"harbor\"", scope: scope)
    }

    private static func failure(_ value: String, scope: String?) -> HTTPFailure {
        let message = scope.map { "unauthorized to access \($0): sign in with an account that may" }
        return HTTPFailure(
            .unauthorized, code: "UNAUTHORIZED", message: message ?? "authentication required",
            headers: [.wwwAuthenticate: value])
    }
}
