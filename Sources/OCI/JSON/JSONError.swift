/// Why bytes are not a JSON document, and where.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong; holds nothing of the document itself.
    package let reason: String

    /// The place in the document, in bytes from its start.
    package let offset: Int

    /// A sentence for the answer to a client.
    package var description: String { "\(reason) at byte \(offset)" }
}
