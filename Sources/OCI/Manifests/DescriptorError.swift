/// Why values don't make a ``Descriptor``.
package enum DescriptorError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The size is below zero.
    case negativeSize

    /// A sentence for the answer to a client.
    package var description: String {
        switch self {
        case .negativeSize: "the size is negative"
        }
    }
}
