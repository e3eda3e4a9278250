package import NIOCore
package import NIOPosix

/// Finds the addresses of hosts; tests answer by hand.
package struct HostLookup: Sendable {
    private let find: @Sendable (String) async throws -> [IPAddress]

    /// A lookup that answers what `find` returns: none if there is no such host.
    package init(_ find: @escaping @Sendable (String) async throws -> [IPAddress]) { self.find = find }

    /// The system's: hosts file, DNS, whatever it is set up for.
    package static func system(threads: NIOThreadPool, eventLoopGroup: any EventLoopGroup) -> HostLookup {
        let shared = SharedLookups(threads: threads, eventLoopGroup: eventLoopGroup)
        return HostLookup { try await shared.addresses(of: $0) }
    }

    /// The addresses of a host in the order in which they should be tried; an address is its own.
    ///
    /// Throws `OutboundHTTPError.unknownHost`, and `CancellationError` at once when the task is cancelled.
    func addresses(of host: String) async throws -> [IPAddress] {
        if let address = IPAddress(host) { return [address] }
        return try await find(host)
    }
}
