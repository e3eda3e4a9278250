/// A media type without parameters: `type/subtype` as RFC 6838 section 4.2 has it, at most 255 characters.
package struct MediaType: Hashable, Sendable, CustomStringConvertible {
    /// The media type as it was written.
    package let rawValue: String

    /// The media type as it was written.
    package var description: String { rawValue }

    /// Reads a media type that has no parameters.
    ///
    /// - Throws: ``MediaTypeError``.
    package init(_ text: some StringProtocol) throws(MediaTypeError) {
        let text = String(text)
        guard Self.isMediaType(text.utf8) else { throw MediaTypeError() }
        self = MediaType(checked: text)
    }

    /// Reads a `Content-Type` field (RFC 9110 section 8.3): parameters after a semicolon and blanks around the type
    /// are cut off.
    ///
    /// - Throws: ``MediaTypeError``.
    package init(contentType: some StringProtocol) throws(MediaTypeError) {
        let text = String(contentType)
        // Nearly always there is nothing to cut off, and the text need not be copied.
        if Self.isMediaType(text.utf8) {
            self.init(valid: text)
            return
        }
        let essence = text.utf8.prefix { $0 != UInt8(ascii: ";") }
        let trimmed = essence.drop(while: Self.isBlank)
        let end = trimmed.lastIndex { !Self.isBlank($0) }.map { trimmed.index(after: $0) }
        try self.init(text[trimmed.startIndex..<(end ?? trimmed.startIndex)])
    }

    private init(valid text: String) {
        rawValue = text
    }

    /// Takes a text that is known to be a media type.
    init(known text: StaticString) {
        self.init(checked: text.description)
    }

    private init(checked text: String) {
        rawValue = text
    }

    private static let maximumLength = 255
    private static let maximumNameLength = 127

    private static func isMediaType(_ text: String.UTF8View) -> Bool {
        guard text.count <= maximumLength, let slash = text.firstIndex(of: UInt8(ascii: "/")) else { return false }
        return isRestrictedName(text[..<slash]) && isRestrictedName(text[text.index(after: slash)...])
    }

    private static func isRestrictedName(_ text: Substring.UTF8View) -> Bool {
        guard let first = text.first, first.isAlphanumeric, text.count <= maximumNameLength else { return false }
        return text.allSatisfy(isRestrictedNameCharacter)
    }

    private static func isRestrictedNameCharacter(_ byte: UInt8) -> Bool {
        if byte.isAlphanumeric { return true }
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "-"),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"):
            return true
        default: return false
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
