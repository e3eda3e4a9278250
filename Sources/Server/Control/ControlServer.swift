import FoundationEssentials
import Glibc
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Answers the command line of the same owner on the data directory's socket: one command a connection, a line of
/// JSON each way.
struct ControlServer: Service {
    private static let longestCommand = 1 << 20
    let path: String
    let executor: CommandExecutor
    let eventLoopGroup: any EventLoopGroup
    let logger: Logger

    /// Serves until a graceful stop; commands under way are finished first.
    func run() async throws {
        unlink(path)
        let server = try await listen()
        chmod(path, 0o600)
        defer { unlink(path) }
        try await withGracefulShutdownHandler {
            try await withThrowingDiscardingTaskGroup { group in
                try await server.executeThenClose { connections in
                    for try await connection in connections {
                        group.addTask { await answer(connection) }
                    }
                }
            }
        } onGracefulShutdown: {
            server.channel.close(promise: nil)
        }
    }

    private func listen() async throws -> NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never> {
        do {
            return try await ServerBootstrap(group: eventLoopGroup).bind(
                unixDomainSocketPath: path, cleanupExistingSocketFile: true
            ) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        } catch {
            throw DataDirectory.Failure(description: "can't open the control socket \(path): \(error)")
        }
    }

    private func answer(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
        do {
            try await connection.executeThenClose { inbound, outbound in
                var line = ByteBuffer()
                for try await part in inbound {
                    line.writeImmutableBuffer(part)
                    if line.readableBytesView.last == UInt8(ascii: "\n") { break }
                    guard line.readableBytes <= Self.longestCommand else { return }
                }
                let command = try JSONDecoder().decode(ControlCommand.self, from: Data(line.readableBytesView))
                let outcome = await executor.execute(command)
                try await outbound.write(ByteBuffer(bytes: JSONEncoder().encode(outcome) + [UInt8(ascii: "\n")]))
            }
        } catch { logger.warning("control connection failed", metadata: ["error": "\(error)"]) }
    }
}
