/// A project's name: lower-case letters and digits, with single `.`, `_` or `-` between them, 1 to 255 characters.
package struct ProjectName: Hashable, Sendable, CustomStringConvertible, Comparable {
    /// The name.
    package let description: String

    /// Reads a name.
    ///
    /// - Throws: ``NameError/tooLong`` or ``NameError/malformed``.
    package init(_ text: some StringProtocol) throws(NameError) {
        let text = String(text)
        guard text.utf8.count <= NameGrammar.maximumLength else { throw .tooLong }
        guard NameGrammar.isProject(text[...].utf8) else { throw .malformed }
        description = text
    }

    /// Names are ordered by their text.
    package static func < (left: ProjectName, right: ProjectName) -> Bool {
        left.description < right.description
    }
}
