/// Why a storage driver could not do what it was asked.
package struct StorageError: Error, Hashable, CustomStringConvertible {
    /// What a caller can act upon.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The object, or some of the bytes before the offset, isn't there.
        case missing
        /// No space, or a quota or size limit of the store is reached.
        case full
        /// The store can be read but not written.
        case readOnly
        /// The partial object doesn't have as many bytes as it should.
        case sizeMismatch
        /// Something is there, but it is not what a driver would have put there.
        case corrupted
        /// A newer appender, a finish or a cancellation has taken the partial object over.
        case superseded
        /// Anything else: the store doesn't answer, refuses, or has been closed. Trying again later may help.
        case unavailable
    }

    /// What happened, in the callers' terms.
    package let kind: Kind

    /// What happened, in the driver's terms, for an operator's log; it may name keys and must not be shown to clients.
    package let message: String

    /// An error of a kind, with words for the log.
    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// Both, for a log line.
    package var description: String { "storage \(kind.rawValue): \(message)" }
}
