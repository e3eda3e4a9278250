package import NIOCore
package import NIOPosix

/// Finds the addresses of hosts; tests answer by hand.
package struct HostLookup: Sendable {
    private let find: @Sendable (String) async throws -> [IPAddress]

    /// A lookup that answers what `find` returns: none if there is no such host.
    package init(_ find: @escaping @Sendable (String) async throws -> [IPAddress]) { self.find = find }

    /// The system's: hosts file, DNS, whatever it is set up for.
    package static func system(threads: LookupThreads, eventLoopGroup: any EventLoopGroup) -> HostLookup {
        blocking(threads: threads, eventLoopGroup: eventLoopGroup, find: SystemLookup.addresses)
    }

    /// One by something that blocks.
    package static func blocking(
        threads: LookupThreads, eventLoopGroup: any EventLoopGroup, memory: LookupMemory = LookupMemory(),
        find: @escaping @Sendable (String) throws -> [IPAddress]
    ) -> HostLookup {
        let shared = SharedLookups(threads: threads, eventLoopGroup: eventLoopGroup, memory: memory, find: find)
        return HostLookup { try await shared.addresses(of: $0) }
    }

    /// The addresses of a host in the order in which they should be tried; an address is its own.
    ///
    /// Throws `OutboundHTTPError.unknownHost`, and `CancellationError` at once when the task is cancelled.
    package func addresses(of host: String) async throws -> [IPAddress] {
        if let address = IPAddress(host) { return [address] }
        return try await find(host)
    }
}

/// The threads in which lookups block; each lookup takes one until name servers answer or the system gives up.
package struct LookupThreads: Sendable {
    let forKnownHosts: NIOThreadPool
    let forOthers: NIOThreadPool

    /// Pools that run: one for hosts that were found quickly of late, another for all others.
    package init(forKnownHosts: NIOThreadPool, forOthers: NIOThreadPool) {
        self.forKnownHosts = forKnownHosts
        self.forOthers = forOthers
    }
}
