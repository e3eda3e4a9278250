import Cryptography
import HTTPServing
import HTTPTypes
import Hummingbird
import Identity

/// Keeps the pages of other sites from sending requests in the name of whoever is signed in here.
///
/// As Harbor's clients know it: a browser gets a random cookie `_gorilla_csrf` and, in `X-Harbor-CSRF-Token` of each
/// answer, a token that goes with it; requests that change something have to bring the token back in the same header.
/// The token is an authentication code of the cookie under a key that all nodes share, masked anew in each answer, so
/// that compressed answers don't give it away.
struct ForgeryGuard: Sendable {
    static let cookie = "_gorilla_csrf"
    private static let length = 32
    let keys: SharedKeys

    /// Lets a request pass that comes from a page of this registry; throws 403 otherwise.
    func check(_ request: Request) async throws {
        guard Self.isFromHere(request.headers) else { throw Self.failure("the request comes from another site") }
        guard let seed = Self.seed(of: request) else {
            throw Self.failure("the cookie \(Self.cookie) is missing")
        }
        guard let given = request.headers[.forgeryToken], let code = Self.unmasked(given) else {
            throw Self.failure("the header X-Harbor-CSRF-Token is missing or malformed")
        }
        guard constantTimeEqual(code, try await self.code(for: seed)) else {
            throw Self.failure("the token doesn't go with the cookie")
        }
    }

    /// Adds a token to an answer, and the cookie that goes with it if the request had none.
    func addToken(to response: inout Response, answering request: Request, isSecure: Bool) async throws {
        var seed = Self.seed(of: request)
        if seed == nil {
            let made = try SecureRandom.bytes(Self.length)
            seed = made
            response.headers.append(
                HTTPField(
                    name: .setCookie, value: CookieField.text(Self.cookie, Base64URL.encode(made), isSecure: isSecure)))
        }
        guard let seed else { return }
        response.headers[.forgeryToken] = try Self.masked(await code(for: seed))
    }

    /// Whether an answer to a request is to carry a token: one to a browser, or to what may soon sign in like one.
    static func isWanted(by request: Request, path: String) -> Bool {
        if request.headers[.authorization] != nil { return false }
        if path.hasPrefix("/c/") || path == "/api/v2.0/systeminfo" { return true }
        let cookies = RequestCookies(request.headers)
        return [cookie, SessionCookie.name].contains { !cookies.values($0).isEmpty }
    }

    /// Browsers tell where a request comes from (Fetch Metadata); other clients don't, and need no protection by it.
    private static func isFromHere(_ headers: HTTPFields) -> Bool {
        guard let site = headers[.fetchSite] else { return true }
        return site == "same-origin" || site == "none"
    }

    private static func seed(of request: Request) -> [UInt8]? {
        RequestCookies(request.headers).values(cookie).lazy
            .compactMap { Base64URL.decode(String($0)) }.first { $0.count == length }
    }

    private func code(for seed: [UInt8]) async throws -> [UInt8] {
        try await keys.key(for: .forgery).code(for: seed)
    }

    private static func masked(_ code: [UInt8]) throws -> String {
        let mask = try SecureRandom.bytes(code.count)
        return Base64URL.encode(mask + zip(mask, code).map { $0 ^ $1 })
    }

    private static func unmasked(_ token: String) -> [UInt8]? {
        guard token.utf8.count <= 4 * length, let bytes = Base64URL.decode(token), bytes.count == 2 * length else {
            return nil
        }
        return zip(bytes[..<length], bytes[length...]).map { $0 ^ $1 }
    }

    private static func failure(_ reason: String) -> HTTPFailure {
        .forbidden(
            "CSRF token invalid: \(reason): send the X-Harbor-CSRF-Token of an earlier answer, and its cookie, with it")
    }
}

extension HTTPField.Name {
    static let forgeryToken = HTTPField.Name.constant("X-Harbor-CSRF-Token")
    static let fetchSite = HTTPField.Name.constant("Sec-Fetch-Site")
    static let noRenewal = HTTPField.Name.constant("X-Harbor-No-Session-Renewal")
}
