import HummingbirdCore

/// An address to serve on.
package enum ListenAddress: Sendable, Hashable, CustomStringConvertible {
    case network(host: String, port: Int)
    case socket(path: String)

    /// Reads `HOST:PORT`, `[IPv6]:PORT`, `:PORT` or `unix:PATH`; throws `Settings.Invalid`.
    package init(_ text: String, setting: SettingKey) throws {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst(5))
            guard !path.isEmpty, path.utf8.count < 108 else {
                throw Settings.invalid(setting, "the path of a socket has 1 to 107 bytes")
            }
            self = .socket(path: path)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { throw Settings.invalid(setting, "it has the form HOST:PORT or unix:PATH") }
        var host = text[..<colon]
        if host.first == "[", host.last == "]" { host = host.dropFirst().dropLast() }
        self = .network(host: host.isEmpty ? "0.0.0.0" : String(host), port: port)
    }

    package var description: String {
        switch self {
        case .network(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .socket(let path): "unix:\(path)"
        }
    }

    var bindAddress: BindAddress {
        switch self {
        case .network(let host, let port): .hostname(host, port: port)
        case .socket(let path): .unixDomainSocket(path: path)
        }
    }
}
