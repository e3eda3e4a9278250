import Glibc
package import Hummingbird
package import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
package import NIOPosix
import NIOSSL

/// Sends parts of objects as response bodies with flat memory use.
///
/// Each body has two pieces under way: 4 MiB regions of a file by sendfile(2) on plain HTTP/1.1, and 256 KiB chunks
/// everywhere else.
package struct BlobSender: Sendable {
    /// Reads `count` bytes at an offset.
    package typealias ReadChunk = @Sendable (_ offset: Int64, _ count: Int) async throws -> ByteBuffer

    static let regionBytes = 4 << 20
    static let chunkBytes = 256 << 10
    private let threads: NIOThreadPool
    private let limits: ConnectionLimits

    /// Makes a sender whose files are opened, read ahead and closed on `threads`.
    package init(threads: NIOThreadPool, limits: ConnectionLimits) {
        self.threads = threads
        self.limits = limits
    }

    /// Makes a body of `count` bytes at `offset`: from the file at `path` where sendfile works, else through `read`.
    ///
    /// `close` runs once when the body has been sent or has failed.
    package func body(
        path: String?, offset: Int64, count: Int64, context: RegistryRequestContext, read: @escaping ReadChunk,
        close: @escaping @Sendable () async -> Void
    ) -> ResponseBody {
        ResponseBody(contentLength: Int(count)) { writer in
            context.channel.triggerUserOutboundEvent(PacedBodyEvent.began, promise: nil)
            defer { context.channel.triggerUserOutboundEvent(PacedBodyEvent.ended, promise: nil) }
            do {
                let range = offset..<(offset + count)
                if let path, let encoder = try await plainEncoder(of: context.channel) {
                    try await sendFile(path: path, range: range, encoder: encoder, context: context)
                } else {
                    try await sendChunks(range: range, context: context, read: read, writer: &writer)
                }
            } catch {
                await close()
                throw error
            }
            await close()
            try await writer.finish(nil)
        }
    }

    /// Finds where a file region can enter the pipeline; nil under TLS and HTTP/2, which need bytes in user space.
    private func plainEncoder(of channel: any Channel) async throws -> PlainEncoder? {
        try await channel.eventLoop.submit {
            let pipeline = channel.pipeline.syncOperations
            guard (try? pipeline.context(handlerType: NIOSSLServerHandler.self)) == nil,
                let codec = try? pipeline.context(handlerType: HTTP1ToHTTPServerCodec.self)
            else { return nil }
            return PlainEncoder(codec: NIOLoopBound(codec, eventLoop: channel.eventLoop), loop: channel.eventLoop)
        }.get()
    }

    private func sendFile(
        path: String, range: Range<Int64>, encoder: PlainEncoder, context: RegistryRequestContext
    ) async throws {
        let descriptor = try await threads.runIfActive { try OpenFile.descriptor(of: path) }
        let handle = NIOFileHandle(_deprecatedTakingOwnershipOfDescriptor: descriptor)
        let pace = TransferPace(channel: context.channel, limits: limits)
        var underWay: [(written: EventLoopFuture<Void>, bytes: Int)] = []
        var failure: (any Error)?
        do {
            var offset = range.lowerBound
            while offset < range.upperBound {
                let count = Int(min(Int64(Self.regionBytes), range.upperBound - offset))
                let start = offset
                // The event loop must not wait for the disk inside sendfile.
                try await threads.runIfActive {
                    _ = posix_fadvise(descriptor, off_t(start), off_t(count), POSIX_FADV_WILLNEED)
                }
                underWay.append((encoder.write(handle, from: Int(start), count: count), count))
                offset += Int64(count)
                if underWay.count == 2 {
                    let first = underWay.removeFirst()
                    try await pace.wait(for: first.written, bytes: first.bytes + count)
                    context.exchange.addBytesSent(first.bytes)
                }
            }
        } catch { failure = error }
        for piece in underWay {
            do {
                try await pace.wait(for: piece.written, bytes: piece.bytes)
                context.exchange.addBytesSent(piece.bytes)
            } catch { failure = failure ?? error }
        }
        try? await threads.runIfActive { try handle.close() }
        if let failure { throw failure }
    }

    private func sendChunks(
        range: Range<Int64>, context: RegistryRequestContext, read: ReadChunk, writer: inout any ResponseBodyWriter
    ) async throws {
        let pace = TransferPace(channel: context.channel, limits: limits)
        var underWay: [(written: EventLoopFuture<Void>, bytes: Int)] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let chunk = try await read(offset, Int(min(Int64(Self.chunkBytes), range.upperBound - offset)))
            guard chunk.readableBytes > 0 else { throw TruncatedObject() }
            offset += Int64(chunk.readableBytes)
            if underWay.count == 2 {
                let first = underWay.removeFirst()
                try await pace.wait(for: first.written, bytes: first.bytes)
            }
            context.exchange.addBytesSent(chunk.readableBytes)
            underWay.append((context.channel.writeAndFlush(HTTPResponsePart.body(chunk)), chunk.readableBytes))
        }
        for piece in underWay { try await pace.wait(for: piece.written, bytes: piece.bytes) }
    }
}

/// The error of an object that ends before its recorded size.
struct TruncatedObject: Error {}

/// The place in a plain HTTP/1.1 pipeline from which a file region travels to the socket, past the HTTP types' codec.
private struct PlainEncoder: Sendable {
    let codec: NIOLoopBound<ChannelHandlerContext>
    let loop: any EventLoop

    func write(_ handle: NIOFileHandle, from offset: Int, count: Int) -> EventLoopFuture<Void> {
        let region = FileRegion(fileHandle: handle, readerIndex: offset, endIndex: offset + count)
        return loop.flatSubmit {
            let promise = loop.makePromise(of: Void.self)
            let part = HTTPServerResponsePart.body(.fileRegion(region))
            codec.value.writeAndFlush(NIOAny(part), promise: promise)
            return promise.futureResult
        }
    }
}

/// Opens files for sending.
private enum OpenFile {
    static func descriptor(of path: String) throws -> CInt {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw IOError(errnoCode: errno, reason: "open") }
        return descriptor
    }
}
