/// A pattern of names as Harbor's rules use it (doublestar): `*` and `?` stay inside a path component, `**` as a whole
/// component is any number of components, `{a,b}` is either, `[a-z]` and `[^a-z]` are classes, `\` takes a character
/// literally.
///
/// Matching takes a time proportional to the pattern's and the text's lengths, whatever the pattern.
package struct Glob: Hashable, Sendable, CustomStringConvertible {
    /// The longest pattern, in bytes.
    package static let maximumLength = 1024

    /// The pattern as it was written.
    package let description: String
    private let program: PatternProgram

    /// Reads a pattern.
    ///
    /// - Throws: ``GlobError``.
    package init(_ text: some StringProtocol) throws(GlobError) {
        let text = String(text)
        guard !text.isEmpty, text.utf8.count <= Self.maximumLength else { throw .length }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else { throw .malformed }
        description = text
        program = PatternProgram(try GlobCompiler.compile(text))
    }

    /// Whether the pattern is the whole of `text`.
    package func matches(_ text: some StringProtocol) -> Bool { program.matches(text) }

    /// Patterns are the same if they are written the same.
    package static func == (left: Glob, right: Glob) -> Bool { left.description == right.description }

    /// Feeds the pattern's text.
    package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

/// Why a text is not a ``Glob``.
package enum GlobError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is empty or has more than 1024 bytes.
    case length
    /// A bracket or brace is not closed, a class is empty, or it has a control character.
    case malformed
    /// Braces stand in braces more than eight deep.
    case tooDeep

    /// A sentence for the answer to a client.
    package var description: String {
        switch self {
        case .length: "a pattern has 1 to \(Glob.maximumLength) bytes"
        case .malformed: "the pattern has an open bracket or brace, an empty class or a control character"
        case .tooDeep: "the pattern has braces in braces more than eight deep"
        }
    }
}
