/// A regular expression that is to match the whole of a name: literal characters, `.`, classes such as `[a-z]`, `\d`,
/// `\w` and `\s`, groups, `|`, and the quantifiers `*`, `+`, `?`, `{2}`, `{2,}` and `{2,5}`.
///
/// `^` and `$` may stand at the ends and mean nothing more. There are no references back, no looking around and no flags:
/// matching takes a time proportional to the expression's and the text's lengths, whatever the expression.
package struct RegularExpression: Hashable, Sendable, CustomStringConvertible {
    /// The longest expression, in bytes.
    package static let maximumLength = 1024

    /// The expression as it was written.
    package let description: String
    private let program: PatternProgram

    /// Reads an expression.
    ///
    /// - Throws: ``RegularExpressionError``.
    package init(_ text: some StringProtocol) throws(RegularExpressionError) {
        let text = String(text)
        guard !text.isEmpty, text.utf8.count <= Self.maximumLength else {
            throw RegularExpressionError(position: nil, reason: "has to have 1 to \(Self.maximumLength) bytes")
        }
        description = text
        program = PatternProgram(try RegularExpressionCompiler.compile(text))
    }

    /// Whether the expression matches the whole of `text`.
    package func matches(_ text: some StringProtocol) -> Bool { program.matches(text) }

    /// Expressions are the same if they are written the same.
    package static func == (left: RegularExpression, right: RegularExpression) -> Bool {
        left.description == right.description
    }

    /// Feeds the expression's text.
    package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

/// Why a text is not a ``RegularExpression``, and where the mistake is.
package struct RegularExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The character with the mistake, counted from 1; nil if it is about the expression as a whole.
    package let position: Int?
    /// What is wrong, for people.
    package let reason: String

    /// A sentence for the answer to a client.
    package var description: String {
        position.map { "the regular expression \(reason) (at character \($0))" } ?? "the regular expression \(reason)"
    }
}
