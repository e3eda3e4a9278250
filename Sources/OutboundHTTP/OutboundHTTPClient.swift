import HTTPTypes
package import NIOCore

/// Sends requests to systems outside, to addresses that were checked and to no other.
///
/// Hosts are looked up here, and the connection goes to the very address that the guard let through, so an answer of the
/// DNS that changes between the check and the connection changes nothing. Redirects aren't followed, the environment's
/// proxies aren't used, and no connection serves two requests.
package struct OutboundHTTPClient: Sendable {
    private let addressGuard: AddressGuard
    private let lookup: HostLookup
    private let connections: CheckedConnections
    /// Most addresses of a host that are tried.
    private static let maximumAddresses = 4

    package init(addressGuard: AddressGuard, lookup: HostLookup, eventLoopGroup: any EventLoopGroup) {
        self.addressGuard = addressGuard
        self.lookup = lookup
        connections = CheckedConnections(eventLoopGroup: eventLoopGroup)
    }

    /// Sends a request and gives the answer, whatever its status.
    ///
    /// Throws `OutboundHTTPError`, and `CancellationError` when the task is cancelled.
    package func send(_ request: OutboundRequest) async throws -> OutboundAnswer {
        let deadline = Deadline(request.timeout)
        return try await deadline.bound { try await send(request, within: deadline) }
    }

    private func send(_ request: OutboundRequest, within deadline: Deadline) async throws -> OutboundAnswer {
        let addresses = try await checkedAddresses(of: request.url.host)
        for (place, address) in addresses.enumerated() {
            let others = addresses.count - place
            deadline.stage = .connection(address)
            do {
                return try await connections.send(
                    request, to: address, connectTime: deadline.remaining / others, deadline: deadline)
            } catch let error as OutboundHTTPError {
                // Only what failed before anything was sent may be sent elsewhere.
                guard case .unreachable = error, others > 1 else { throw error }
            }
        }
        throw OutboundHTTPError.unknownHost(request.url.host, reason: "it has no address")
    }

    /// The addresses of a host that may be connected to, the best first.
    private func checkedAddresses(of host: String) async throws -> [IPAddress] {
        let found = try await lookup.addresses(of: host)
        let refusals = found.map { addressGuard.refusal(of: $0, host: host) }
        let allowed = zip(found, refusals).filter { $0.1 == nil }.map(\.0)
        if allowed.isEmpty, let address = found.first, let kind = refusals.first ?? nil {
            throw OutboundHTTPError.refusedAddress(address, host: host, kind: kind)
        }
        return Array(allowed.prefix(Self.maximumAddresses))
    }
}
