/// Why a cryptographic operation could not be done.
package enum CryptographyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A saved hash state is not one, is of another version, or was changed.
    case malformedState
    /// A stored password hash is not in the form in which they are made.
    case malformedPasswordHash
    /// The cost of a password hash is outside of what is allowed.
    case costOutOfRange
    /// A password or key was asked for or given with a length outside of what is allowed.
    case lengthOutOfRange
    /// Encrypted bytes were changed, or belong to another key or purpose.
    case notAuthentic
    /// OpenSSL could not do its work, for want of memory or random numbers.
    case failed

    /// A sentence for the log.
    package var description: String {
        switch self {
        case .malformedState: "the saved hash state is damaged"
        case .malformedPasswordHash: "the stored password hash is malformed"
        case .costOutOfRange: "the password hash's cost is out of range"
        case .lengthOutOfRange: "the length of the password or key is out of range"
        case .notAuthentic: "the encrypted bytes were changed, or belong to another key"
        case .failed: "OpenSSL could not complete the operation"
        }
    }
}
