/// What went wrong in a database, the same for both kinds.
package struct DatabaseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The causes that callers tell apart.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A primary key or UNIQUE constraint.
        case uniqueViolation
        /// A REFERENCES constraint.
        case foreignKeyViolation
        /// A CHECK or NOT NULL constraint.
        case checkViolation
        /// The transaction can't be ordered among the others; `write` has tried again already.
        case serializationFailure
        /// Two transactions wait for each other; `write` has tried again already.
        case deadlock
        /// A lock or a place in a queue is not to be had now; trying later may help.
        case busy
        /// The server can't be reached, or the database is closed. Nothing was changed.
        case connectionLost
        /// The disk, or the quota on it, is full. Nothing was changed.
        case storageFull
        /// The database takes no writes.
        case readOnly
        /// Waiting for a connection or for a statement took too long. Nothing was changed.
        case timedOut
        /// The connection failed while COMMIT was under way: the change was made or was not.
        case outcomeUnknown
        /// A row doesn't hold what was asked of it.
        case decoding
        /// A value can't be stored: text with a NUL, or a number that isn't one.
        case encoding
        /// Anything else, such as a mistake in a statement.
        case other
    }

    /// The cause.
    package let kind: Kind
    /// What the database said, for a log; it may quote values and is not for clients.
    package let message: String

    /// An error of this kind.
    package init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }

    /// Kind and message.
    package var description: String { "\(kind): \(message)" }
}
