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

@Suite struct SyslogForwarderTests {
    /// Keeps what arrives.
    private final class Collector: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer
        let text = Mutex("")

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = unwrapInboundIn(data)
            text.withLock { $0 += String(buffer: bytes) }
        }
    }

    @Test(.timeLimit(.minutes(1))) func sendsALineForEachRecordAndKeepsNone() async throws {
        try await RegistryFixture.with(.sqlite) { registry in
            let collector = Collector()
            let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(collector) }
                }
                .bind(host: "127.0.0.1", port: 0).get()
            let port = try #require(server.localAddress?.port)
            try await registry.configuration.update([
                "audit_log_forward_endpoint": .string("127.0.0.1:\(port)"), "skip_audit_log_database": true,
            ])
            let metrics = MetricsRegistry()
            let recorder = AuditRecorder(
                database: registry.database, clock: registry.clock.wallClock, configuration: registry.configuration,
                metrics: metrics, forwarder: SyslogForwarder(group: .singleton, metrics: metrics))
            recorder.note(
                AuditEntry(
                    operator: #"a"]\b"#, operation: "create", resourceType: "project", resource: "li\nbrary",
                    projectID: 1))
            recorder.note(AuditEntry(operator: "b", operation: "delete", resourceType: "project", resource: "x"))
            try await recorder.flush()
            while collector.text.withLock({ $0.split(separator: "\n").count }) < 2 {
                try await Task.sleep(for: .milliseconds(10))
            }
            let lines = collector.text.withLock { $0.split(separator: "\n", omittingEmptySubsequences: false) }
            #expect(lines.count == 3 && lines[2].isEmpty, "one line each, whatever the resource is called")
            #expect(lines[0].hasPrefix("<110>1 ") && lines[0].contains(#"operator="a\"\]\\b" operation="create""#))
            #expect(lines[0].contains(#"resource="li brary" success="true"] create project: li brary"#))
            let kept = try await registry.database.read {
                try $0.query("SELECT count(*) AS n FROM audit_log")[0].int64("n")
            }
            #expect(kept == 0)
            try await server.close()
        }
    }
}
