/// Why a text is not a ``Digest``.
package enum DigestError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text is a well-formed digest of an algorithm other than sha256 and sha512.
    case unsupportedAlgorithm
    /// The text is not `algorithm:hex`, or the hash has the wrong length or letters.
    case malformed

    /// A sentence for the answer to a client.
    package var description: String {
        switch self {
        case .unsupportedAlgorithm: "unsupported digest algorithm"
        case .malformed: "malformed digest"
        }
    }
}
