import HTTPTypes
import Hummingbird
import Identity

/// The cookies of a request (RFC 6265 section 4.2).
struct RequestCookies {
    private let fields: [String]

    init(_ headers: HTTPFields) {
        fields = headers[values: .cookie]
    }

    /// The values of all cookies of a name, in their order: a browser may send several, for several paths.
    func values(_ name: String) -> [Substring] {
        fields.flatMap { field -> [Substring] in
            guard field.utf8.count <= 16 << 10 else { return [] }
            return field.split(separator: ";").compactMap { part in
                let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
                guard pair.count == 2, pair[0].utf8.elementsEqual(name.utf8) else { return nil }
                return pair[1]
            }
        }
    }
}

/// The cookie `sid`, which holds the token of a session.
enum SessionCookie {
    static let name = "sid"

    /// The token that a request shows; nil without one that has a token's form.
    static func token(of request: Request) -> SessionToken? {
        RequestCookies(request.headers).values(name).lazy.compactMap { SessionToken(String($0)) }.first
    }

    /// The field that gives a browser the token. Requests that other sites cause never carry it (`SameSite=Strict`).
    static func field(_ token: SessionToken, isSecure: Bool) -> String {
        CookieField.text(name, token.text, isSecure: isSecure)
    }

    /// The field that takes the token away from a browser.
    static func removal(isSecure: Bool) -> String {
        CookieField.text(name, "", isSecure: isSecure) + "; Max-Age=0"
    }
}

/// `Set-Cookie` fields (RFC 6265 section 4.1).
enum CookieField {
    /// A cookie that ends with the browser, that no script can read and that no other site can cause to be sent.
    static func text(_ name: String, _ value: String, isSecure: Bool) -> String {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict\(isSecure ? "; Secure" : "")"
    }
}
