/// Why a request to another system got no answer.
package enum OutboundHTTPError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system that resolves names knows no such host, or says nothing about it now.
    case unknownHost(String, reason: String)
    /// Every address of the host is of a kind that requests must not go to.
    case refusedAddress(IPAddress, host: String, kind: String)
    /// No connection came about.
    case unreachable(String, reason: String)
    /// The encrypted connection failed: most often the certificate.
    case tls(host: String, reason: String)
    /// The request wasn't done in its time.
    case timedOut(seconds: Double, during: String)
    /// The connection ended, or the other side said something that isn't HTTP, before the answer was whole.
    case broken(reason: String)

    /// Whether the same request can't succeed unless somebody changes the configuration.
    package var isFinal: Bool {
        if case .refusedAddress = self { true } else { false }
    }

    package var description: String {
        switch self {
        case .unknownHost(let host, let reason): "the host \(host) is unknown: \(reason)"
        case .refusedAddress(let address, let host, let kind):
            "\(host) has the address \(address), which is \(kind): requests don't go there unless the setting "
                + "outbound_allowed_networks lists it"
        case .unreachable(let place, let reason): "no connection to \(place): \(reason)"
        case .tls(let host, let reason): "no encrypted connection to \(host): \(reason)"
        case .timedOut(let seconds, let stage):
            "timed out after \(seconds.rounded() == seconds ? "\(Int(seconds))" : "\(seconds)") s \(stage)"
        case .broken(let reason): "the connection broke: \(reason)"
        }
    }
}
