import NIOCore

/// The error of a transfer whose client read too slowly.
package struct ClientTooSlow: Error {}

/// Waits until written bytes have reached the socket, and cuts the connection off when that takes too long.
struct TransferPace {
    let channel: any Channel
    let limits: ConnectionLimits

    /// Returns when `written` is done; throws the channel's error, also after the deadline for `bytes` closed it.
    func wait(for written: EventLoopFuture<Void>, bytes: Int) async throws {
        let channel = channel
        let deadline = channel.eventLoop.scheduleTask(in: limits.deadline(forSending: bytes)) {
            channel.close(mode: .all, promise: nil)
        }
        defer { deadline.cancel() }
        try await written.get()
    }
}
