/// Why a text is not a ``Reference`` or a ``Tag``.
package enum ReferenceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text has no colon and is not a tag.
    case malformedTag
    /// The text has a colon and is not a digest.
    case digest(DigestError)

    /// A sentence for the answer to a client.
    package var description: String {
        switch self {
        case .malformedTag: "malformed tag"
        case .digest(let error): error.description
        }
    }
}
