/// Why an upload did not go on.
package enum UploadError: Error, Equatable, Sendable {
    /// There is no such session: it was finished, cancelled or expired.
    case unknown
    /// The chunk doesn't begin where the last one ended; so many bytes have arrived.
    case outOfOrder(received: Int64)
    /// Somebody else is appending to the session at this moment.
    case busy(received: Int64)
    /// The bytes don't have the digest that was promised; the session is gone.
    case digestMismatch
    /// The body ended before its declared length; what arrived is kept.
    case truncated(received: Int64)
    /// The body is longer than its declared range or the largest blob.
    case tooLarge
    /// The repository was deleted meanwhile.
    case repositoryGone
}
