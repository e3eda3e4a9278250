package import NIOCore

/// A request's body as it comes in, piece by piece; it may break off.
package struct ChunkedBody: AsyncSequence, Sendable {
    /// The error of a body whose client went away.
    package struct Broken: Error {}

    /// Gives one piece after the other.
    package struct AsyncIterator: AsyncIteratorProtocol {
        private var pieces: ArraySlice<ByteBuffer>
        private let breaks: Bool
        private let gate: Gate?
        private let reached: Gate?

        fileprivate init(_ body: ChunkedBody) {
            pieces = body.pieces[...]
            breaks = body.breaks
            gate = body.gate
            reached = body.reached
        }

        /// The next piece; nil at the end, `Broken` instead of the end if the body breaks off.
        package mutating func next() async throws -> ByteBuffer? {
            if let piece = pieces.popFirst() { return piece }
            reached?.open()
            try await gate?.untilOpen()
            if breaks { throw Broken() }
            return nil
        }
    }

    private let pieces: [ByteBuffer]
    private let breaks: Bool
    private let gate: Gate?
    private let reached: Gate?

    /// A body of these bytes in pieces of at most `size`; it ends when the gate is open, or `breaks` off then. Once all
    /// pieces were taken it opens `reached`.
    package init(
        _ bytes: [UInt8], piecesOf size: Int = 64 << 10, breaks: Bool = false, gate: Gate? = nil, reached: Gate? = nil
    ) {
        pieces = stride(from: 0, to: bytes.count, by: size).map {
            ByteBuffer(bytes: bytes[$0..<Swift.min($0 + size, bytes.count)])
        }
        self.breaks = breaks
        self.gate = gate
        self.reached = reached
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}
