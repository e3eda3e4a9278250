/// The address of a request to another system: `http` or `https`, without credentials and fragment (RFC 3986).
package struct OutboundURL: Hashable, Sendable, CustomStringConvertible {
    /// Why a text isn't such an address, and where.
    package struct Invalid: Error, Hashable, CustomStringConvertible {
        /// What was wrong, as the rest of a sentence that begins with the field's name.
        package let reason: String
        /// The place in the text, counted in bytes from 0.
        package let offset: Int

        package var description: String { "\(reason) (at character \(offset + 1))" }
    }

    /// Most bytes that an address may have.
    package static let maximumLength = 2048

    /// Whether the connection is encrypted.
    package let isEncrypted: Bool
    /// The host's name in lower case, or its address, without brackets.
    package let host: String
    /// The port, 1 to 65,535.
    package let port: Int
    /// Path and query, as they are sent; begins with a slash.
    package let target: String

    /// Reads an address; throws `Invalid`.
    package init(_ text: String) throws(Invalid) {
        self = try OutboundURLReader(text).url()
    }

    init(isEncrypted: Bool, host: String, port: Int, target: String) {
        self.isEncrypted = isEncrypted
        self.host = host
        self.port = port
        self.target = target
    }

    /// The same address with more parameters in its query; names and values are of characters that need no escape.
    package func adding(query: [(name: String, value: String)]) -> OutboundURL {
        let parameters = query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        let separator = target.contains("?") ? (target.hasSuffix("?") || target.hasSuffix("&") ? "" : "&") : "?"
        return OutboundURL(
            isEncrypted: isEncrypted, host: host, port: port, target: target + separator + parameters)
    }

    /// Scheme, host, and the port unless it is the scheme's.
    package var origin: String {
        let name = host.contains(":") ? "[\(host)]" : host
        let usual = isEncrypted ? 443 : 80
        return (isEncrypted ? "https://" : "http://") + (port == usual ? name : "\(name):\(port)")
    }

    /// The whole address.
    package var description: String { origin + target }

    /// The whole address with dots in place of the query's values, which often are secrets.
    package var textForLogs: String {
        guard let mark = target.firstIndex(of: "?") else { return description }
        let names = target[target.index(after: mark)...].split(separator: "&").map { parameter in
            parameter.contains("=") ? "\(parameter.prefix { $0 != "=" })=…" : "…"
        }
        return origin + target[...mark] + names.joined(separator: "&")
    }
}
