package import NIOCore

/// The state of one connection between requests and responses, apart from all input and output.
///
/// It answers three questions: may the connection be kept after this response, must the client be told to go on
/// sending (`Expect: 100-continue`), and has the client been too slow.
package struct ExchangeFlow: Sendable {
    let limits: ConnectionLimits
    /// Requests whose responses aren't complete.
    package private(set) var requestsInProgress = 0
    /// The last request's body is still coming.
    package private(set) var isReadingBody = false
    /// The client waits to be told before it sends the body.
    package private(set) var expectsContinue = false
    /// The connection ends with the current response.
    package private(set) var isClosing = false
    /// A response is out while its request's body is still coming: what comes is thrown away.
    package private(set) var isDiscarding = false
    private var bodyRemaining: Int?
    private var waitingSince: NIODeadline
    private var windowStart: NIODeadline
    private var windowBytes = 0
    private var windowReads = true
    private var unwritableSince: NIODeadline?
    private var unsent = 0
    private var unsentSince: NIODeadline
    /// The body under way watches its own pace piece by piece.
    private var isPaced = false
    private var isQuiescing = false

    /// Begins with a connection that was just accepted.
    package init(limits: ConnectionLimits, now: NIODeadline) {
        self.limits = limits
        waitingSince = now
        windowStart = now
        unsentSince = now
    }

    /// A request's head came in; `contentLength` is nil when the body's length is not declared.
    package mutating func readHead(expectsContinue: Bool, contentLength: Int?, now: NIODeadline) {
        requestsInProgress += 1
        isReadingBody = true
        self.expectsContinue = expectsContinue
        bodyRemaining = contentLength
        openWindow(now)
    }

    /// Body bytes came in.
    package mutating func readBody(_ count: Int) {
        windowBytes += count
        expectsContinue = false
        bodyRemaining = bodyRemaining.map { $0 - count }
    }

    /// The request is complete.
    package mutating func readEnd() {
        isReadingBody = false
        expectsContinue = false
    }

    /// The application wants the body: true if the client waits to be told.
    package mutating func acceptBody() -> Bool {
        defer { expectsContinue = false }
        return expectsContinue && isReadingBody
    }

    /// A final response begins: true if it must announce the connection's end.
    package mutating func writeHead() -> Bool {
        if isQuiescing { isClosing = true }
        // With a second request in the pipe the first one's body is complete.
        if requestsInProgress == 1, isReadingBody, expectsContinue || !(canDrain) { isClosing = true }
        return isClosing
    }

    private var canDrain: Bool { bodyRemaining.map { $0 <= limits.maximumDrain } ?? false }

    /// A response is complete: true if the connection is to be closed.
    package mutating func writeEnd(now: NIODeadline) -> Bool {
        requestsInProgress = max(0, requestsInProgress - 1)
        if requestsInProgress == 0 { waitingSince = now }
        if isClosing, isReadingBody { isDiscarding = true }
        return isClosing
    }

    /// The server is stopping: true if nothing is under way and the connection can close at once.
    package mutating func quiesce() -> Bool {
        isQuiescing = true
        return requestsInProgress == 0
    }

    /// The socket's buffer filled up or emptied.
    package mutating func writabilityChanged(_ isWritable: Bool, now: NIODeadline) {
        unwritableSince = isWritable ? nil : now
    }

    /// Notes whether bytes are being asked of the client: it isn't slow while nobody reads.
    package mutating func readingPaused() { windowReads = false }

    /// A body that watches its own pace begins or ends.
    package mutating func setPaced(_ isPaced: Bool) { self.isPaced = isPaced }

    /// Whether the client has been too slow and is to be cut off.
    ///
    /// `unsent` is how many bytes wait for the client, where the channel can tell: they must become fewer, or others.
    package mutating func isTooSlow(now: NIODeadline, unsent: Int?) -> Bool {
        if leavesUnread(now: now, unsent: unsent) { return true }
        if requestsInProgress == 0 { return now - waitingSince > limits.idleTime }
        guard isReadingBody, now - windowStart >= limits.paceWindow else { return false }
        let elapsed = Int((now - windowStart).nanoseconds / 1_000_000)
        let isSlow = windowReads && windowBytes < limits.minimumRate * elapsed / 1000
        openWindow(now)
        return isSlow
    }

    private mutating func leavesUnread(now: NIODeadline, unsent: Int?) -> Bool {
        guard let unsent else {
            guard !isPaced, let unwritableSince else { return false }
            return now - unwritableSince > limits.paceWindow
        }
        if unsent != self.unsent || unsent == 0 {
            self.unsent = unsent
            unsentSince = now
        }
        return now - unsentSince > limits.paceWindow
    }

    private mutating func openWindow(_ now: NIODeadline) {
        windowStart = now
        windowBytes = 0
        windowReads = true
    }
}
