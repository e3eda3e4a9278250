import AsyncHTTPClient
import NIOCore
import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension OutboundHTTPError {
    /// Says in words for people what went wrong below.
    init(_ error: any Error, host: String, address: IPAddress, port: Int) {
        let place = address.isIPv4 ? "\(address):\(port)" : "[\(address)]:\(port)"
        switch error {
        case let error as OutboundHTTPError: self = error
        case let error as HTTPClientError: self = Self.translated(error, host: host, place: place)
        case is UncheckedAddress: self = .unreachable(place, reason: "the connection went elsewhere")
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
            self = .tls(host: host, reason: Self.reason(ofTLS: error))
        case let error as IOError where error.isRefusal: self = .unreachable(place, reason: error.text)
        case let error as IOError: self = .broken(reason: error.text)
        default: self = .broken(reason: "\(error)")
        }
    }

    private static func translated(_ error: HTTPClientError, host: String, place: String) -> OutboundHTTPError {
        switch error {
        case .connectTimeout: .unreachable(place, reason: "no answer to the attempt to connect")
        case .tlsHandshakeTimeout: .tls(host: host, reason: "no answer to the handshake")
        case .remoteConnectionClosed: .broken(reason: "the other side closed it before its answer was whole")
        default: .broken(reason: error.shortDescription)
        }
    }

    private static func reason(ofTLS error: any Error) -> String {
        if let error = error as? NIOSSLExtraError, error == .failedToValidateHostname {
            return "its certificate is for another name"
        }
        let text = "\(error)"
        if text.contains("CERTIFICATE_VERIFY_FAILED") {
            return "its certificate isn't trusted: it is self-signed, expired, or from an unknown authority"
        }
        if text.contains("WRONG_VERSION_NUMBER") { return "it doesn't speak TLS on this port" }
        return text
    }
}

extension IOError {
    /// Whether it says that no connection came about.
    fileprivate var isRefusal: Bool {
        [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ETIMEDOUT, EADDRNOTAVAIL, EACCES, EPERM].contains(errnoCode)
    }

    fileprivate var text: String { String(cString: strerror(errnoCode)) }
}
