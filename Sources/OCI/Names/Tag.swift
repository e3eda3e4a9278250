/// A tag: `[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}` (OCI distribution spec, "Pulling manifests").
package struct Tag: Hashable, Sendable, CustomStringConvertible, Comparable {
    /// The tag.
    package let description: String

    /// Reads a tag.
    ///
    /// - Throws: ``ReferenceError/malformedTag``.
    package init(_ text: some StringProtocol) throws(ReferenceError) {
        let text = String(text)
        let utf8 = text.utf8
        guard (1...128).contains(utf8.count), let first = utf8.first, Self.canStart(first),
            utf8.allSatisfy(Self.canContinue)
        else { throw .malformedTag }
        description = text
    }

    /// Tags are ordered by their characters' ASCII codes, as tag lists are (OCI distribution spec, "Listing tags").
    package static func < (left: Tag, right: Tag) -> Bool {
        left.description < right.description
    }

    private static func canStart(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "_")
    }

    private static func canContinue(_ byte: UInt8) -> Bool {
        canStart(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
}
