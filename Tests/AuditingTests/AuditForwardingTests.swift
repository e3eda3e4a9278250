import Auditing
import NIOCore
import NIOPosix
import OCI
import Prometheus
import RegistryTesting
import SQL
import Synchronization
import SystemConfiguration
import Testing

@Suite struct AuditForwardingTests {
    /// Keeps what arrives.
    private final class Collector: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer
        private let arrived = Mutex(Arrived())

        private struct Arrived {
            /// The beginning of a line on each connection.
            var rests: [ObjectIdentifier: [UInt8]] = [:]
            var resources: [String] = []
            var seen: Set<String> = []
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = unwrapInboundIn(data).readableBytesView
            arrived.withLock { arrived in
                let connection = ObjectIdentifier(context.channel)
                let lines = (arrived.rests[connection, default: []] + bytes)
                    .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                arrived.rests[connection] = Array(lines.last ?? [])
                for line in lines.dropLast() {
                    guard let resource = Self.resource(of: String(decoding: line, as: UTF8.self)) else { continue }
                    if arrived.seen.insert(resource).inserted { arrived.resources.append(resource) }
                }
            }
        }

        private static func resource(of line: String) -> String? {
            (line.split(separator: "resource=\"").last?.prefix { $0 != "\"" }).map(String.init)
        }

        /// What the records that arrived were done to, in the order in which each came first: on a busy machine the
        /// end of a connection may come too late to tell that they arrived, and they come again.
        var resources: [String] { arrived.withLock { $0.resources } }

        /// The same, once there are `count` of them, or after five minutes: what was sent arrives a little later.
        func resources(count: Int) async throws -> [String] {
            for _ in 0..<6000 {
                if resources.count >= count { break }
                try await Task.sleep(for: .milliseconds(50))
            }
            return resources
        }
    }

    private func withServer(
        port: Int = 0, _ body: (Collector, _ port: Int, any Channel) async throws -> Void
    ) async throws {
        let collector = Collector()
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(collector) }
            }
            .bind(host: "127.0.0.1", port: port).get()
        do {
            try await body(collector, try #require(server.localAddress?.port), server)
        } catch {
            try? await server.close()
            throw error
        }
        try? await server.close()
    }

    /// A process of the registry: what notes records, and what forwards them.
    private struct Node {
        let recorder: AuditRecorder
        let forwarding: AuditForwarding
        let metrics = MetricsRegistry()

        init(
            _ database: any Database, _ registry: RegistryFixture, configuration: ConfigurationService,
            memoryCapacity: Int = 100
        ) {
            forwarding = AuditForwarding(
                database: database, configuration: configuration, group: MultiThreadedEventLoopGroup.singleton,
                authorities: nil, metrics: metrics, memoryCapacity: memoryCapacity)
            recorder = AuditRecorder(
                database: database, clock: registry.clock.wallClock, configuration: configuration, metrics: metrics,
                forwarding: forwarding)
        }

        func record(_ names: [String]) async throws {
            for name in names {
                recorder.note(
                    AuditEntry(operator: "ann", operation: "create", resourceType: "label", resource: name))
            }
            try await recorder.flush()
        }

        var exposition: String { String(decoding: metrics.exposition(), as: UTF8.self) }
    }

    private func kept(_ registry: RegistryFixture) async throws -> Int {
        try await registry.database.read { try $0.query("SELECT count(*) AS n FROM audit_log")[0].int("n") }
    }

    @Test(.timeLimit(.minutes(60)), arguments: DatabaseKind.allCases)
    func sendsWhatIsKeptFromWhereItEnded(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await withServer { collector, port, _ in
                let first = Node(registry.database, registry, configuration: registry.configuration)
                try await first.record(["before"])
                try await registry.configuration.update(["audit_log_forward_endpoint": .string("127.0.0.1:\(port)")])
                try await first.record((0..<450).map { "a\($0)" })
                await first.forwarding.sendRest(within: .seconds(600))
                let sent = try await collector.resources(count: 450)
                #expect(sent == (0..<450).map { "a\($0)" }, "in order, and nothing from before")
                try await first.record(["b"])
                let second = Node(registry.database, registry, configuration: registry.configuration)
                await second.forwarding.sendRest(within: .seconds(600))
                let all = try await collector.resources(count: 451)
                #expect(all.suffix(2) == ["a449", "b"], "another process goes on from there")
                #expect(try await kept(registry) == 452)
                #expect(!first.exposition.contains("haven_audit_forward_sent_total 0\n"))
            }
        }
    }

    /// A process that stops gives its turn away and says how far it has come, so that whoever follows goes on there.
    @Test(.timeLimit(.minutes(60)), arguments: DatabaseKind.allCases)
    func handsOverWhenItIsStopped(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await withServer { collector, port, _ in
                try await registry.configuration.update(["audit_log_forward_endpoint": .string("127.0.0.1:\(port)")])
                let node = Node(registry.database, registry, configuration: registry.configuration)
                var delivered: Int64 = 0
                // On a busy machine the server may end the connection too late to be heard.
                for round in 0..<20 where delivered == 0 {
                    let running = Task { await node.forwarding.run { _ in } }
                    try await node.record(["a\(round)"])
                    let arrived = try await collector.resources(count: round + 1)
                    #expect(arrived.count == round + 1)
                    running.cancel()
                    await running.value
                    let state = try await registry.database.read {
                        try $0.query("SELECT holder, delivered_id FROM audit_forwarding WHERE id = 1")
                    }
                    #expect(try state[0].text("holder") == "", "it is nobody's turn")
                    delivered = try state[0].int64("delivered_id")
                }
                #expect(delivered > 0, "what the server took isn't sent again")
            }
        }
    }

    @Test(.timeLimit(.minutes(60)), arguments: DatabaseKind.allCases)
    func keepsNothingIfTheDatabaseIsSkipped(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await withServer { collector, port, server in
                try await registry.configuration.update([
                    "audit_log_forward_endpoint": .string("tcp://127.0.0.1:\(port)"), "skip_audit_log_database": true,
                ])
                let node = Node(registry.database, registry, configuration: registry.configuration)
                try await node.record(["x", "y"])
                await node.forwarding.sendRest(within: .seconds(600))
                #expect(try await collector.resources(count: 2) == ["x", "y"])
                #expect(try await kept(registry) == 0)
                try await server.close()
                try await node.record((0..<150).map { "z\($0)" })
                await node.forwarding.sendRest(within: .seconds(1))
                #expect(!node.exposition.contains("haven_audit_forward_dropped_total 0\n"), "there is room for 100")
                try await withServer(port: port) { collector, _, _ in
                    await node.forwarding.sendRest(within: .seconds(600))
                    let waited = try await collector.resources(count: 98).filter { $0.hasPrefix("z") }
                    #expect(waited.count >= 98 && waited == (0..<waited.count).map { "z\($0)" }, "those that had room")
                }
            }
        }
    }

    @Test(.timeLimit(.minutes(60)), arguments: DatabaseKind.allCases)
    func twoNodesSendEachRecordOnce(_ kind: DatabaseKind) async throws {
        try await RegistryFixture.with(kind) { registry in
            try await withServer { collector, port, _ in
                try await registry.configuration.update(["audit_log_forward_endpoint": .string("127.0.0.1:\(port)")])
                try await registry.withAnotherNode { other in
                    let nodes = [
                        Node(registry.database, registry, configuration: registry.configuration),
                        Node(other.database, registry, configuration: other.configuration),
                    ]
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for (number, node) in nodes.enumerated() {
                            group.addTask {
                                for round in 0..<20 {
                                    try await node.record((0..<5).map { "n\(number)-\(round * 5 + $0)" })
                                }
                            }
                            group.addTask { await node.forwarding.sendRest(within: .seconds(600)) }
                        }
                        try await group.waitForAll()
                    }
                    for node in nodes { await node.forwarding.sendRest(within: .seconds(600)) }
                }
                let resources = try await collector.resources(count: 200)
                #expect(resources.count == 200, "none is passed over")
                for number in 0...1 {
                    let own = resources.filter { $0.hasPrefix("n\(number)-") }
                    #expect(own == (0..<100).map { "n\(number)-\($0)" }, "each node's in their order")
                }
            }
        }
    }
}
