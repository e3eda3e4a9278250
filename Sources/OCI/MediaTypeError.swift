/// A text is not a ``MediaType``.
package struct MediaTypeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A sentence for the answer to a client.
    package var description: String { "malformed media type" }
}
