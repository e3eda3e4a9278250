/// A repository's name with its project: `project/repository`, where the repository may have more components.
///
/// Each component follows the OCI distribution spec ("Pulling manifests"); the whole has at most 255 characters.
package struct RepositoryName: Hashable, Sendable, CustomStringConvertible, Comparable {
    /// The whole name.
    package let description: String

    /// The first component.
    package var project: String { String(description[..<separator]) }

    /// What follows the first component and its slash.
    package var path: String { String(description[description.utf8.index(after: separator)...]) }

    /// Reads a whole name.
    ///
    /// - Throws: ``NameError``.
    package init(_ text: some StringProtocol) throws(NameError) {
        let text = String(text)
        guard text.utf8.count <= NameGrammar.maximumLength else { throw .tooLong }
        let components = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard components.allSatisfy(NameGrammar.isComponent) else { throw .malformed }
        guard components.count > 1 else { throw .missingProject }
        description = text
    }

    /// Names are ordered by their text.
    package static func < (left: RepositoryName, right: RepositoryName) -> Bool {
        left.description < right.description
    }

    private var separator: String.Index {
        description.utf8.firstIndex(of: UInt8(ascii: "/")) ?? description.startIndex
    }
}
