package import NIOCore

/// How long a connection may idle and how slowly a client may send or read.
package struct ConnectionLimits: Sendable {
    /// Time from the accept or the last response until a request's head must be complete.
    package var idleTime: TimeAmount
    /// Slowest tolerated body in either direction, bytes a second, judged over `paceWindow`.
    package var minimumRate: Int
    /// Time over which a body's rate is judged, and the longest that a client may leave answers unread.
    package var paceWindow: TimeAmount
    /// Largest header block of a request in bytes.
    package var maximumHeaderBytes: Int
    /// Most header fields of a request.
    package var maximumHeaderFields: Int
    /// Unread request body that is swallowed to keep a connection alive after an early answer, in bytes.
    package var maximumDrain: Int
    /// Most connections open at once.
    package var maximumConnections: Int

    package init(
        idleTime: TimeAmount = .seconds(60), minimumRate: Int = 1024, paceWindow: TimeAmount = .seconds(30),
        maximumHeaderBytes: Int = 32 << 10, maximumHeaderFields: Int = 100, maximumDrain: Int = 256 << 10,
        maximumConnections: Int = 8192
    ) {
        self.idleTime = idleTime
        self.minimumRate = minimumRate
        self.paceWindow = paceWindow
        self.maximumHeaderBytes = maximumHeaderBytes
        self.maximumHeaderFields = maximumHeaderFields
        self.maximumDrain = maximumDrain
        self.maximumConnections = maximumConnections
    }

    /// How long the client may take to read `bytes` that were handed to it.
    func deadline(forSending bytes: Int) -> TimeAmount {
        max(paceWindow, .seconds(Int64(bytes / max(1, minimumRate))))
    }
}
