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
    private let program: [GlobInstruction]

    /// Reads a pattern.
    ///
    /// - Throws: ``GlobError``.
    package init(_ text: some StringProtocol) throws(GlobError) {
        let text = String(text)
        guard !text.isEmpty, text.utf8.count <= Self.maximumLength else { throw .length }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else { throw .malformed }
        description = text
        program = try GlobCompiler.compile(text)
    }

    /// Whether the pattern is the whole of `text`.
    package func matches(_ text: some StringProtocol) -> Bool {
        var current = GlobThreads(count: program.count)
        var next = GlobThreads(count: program.count)
        current.add(0, of: program)
        for scalar in text.unicodeScalars {
            next.removeAll()
            for position in current.positions {
                if case .character(let set) = program[position], set.contains(scalar) {
                    next.add(position + 1, of: program)
                }
            }
            swap(&current, &next)
            if current.positions.isEmpty { return false }
        }
        return current.positions.contains { program[$0] == .match }
    }

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

/// One step of a compiled pattern.
enum GlobInstruction: Equatable {
    /// Takes one character of a set and goes on with the next instruction.
    case character(GlobCharacters)
    /// Goes on at any of these instructions.
    case split([Int])
    case match
}

/// The characters that one place of a pattern takes.
enum GlobCharacters: Equatable {
    case any
    case anyButSlash
    case one(Unicode.Scalar)
    case ranges([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .any: true
        case .anyButSlash: scalar != "/"
        case .one(let only): scalar == only
        case .ranges(let ranges, let isNegated):
            scalar != "/" && ranges.contains { $0.contains(scalar) } != isNegated
        }
    }
}

/// The places of a program that have been reached, each once.
private struct GlobThreads {
    private(set) var positions: [Int] = []
    private var isPresent: [Bool]

    init(count: Int) { isPresent = [Bool](repeating: false, count: count) }

    mutating func removeAll() {
        for position in isPresent.indices { isPresent[position] = false }
        positions.removeAll(keepingCapacity: true)
    }

    /// Adds a place, and those that it leads to without a character.
    mutating func add(_ position: Int, of program: [GlobInstruction]) {
        var waiting = [position]
        while let position = waiting.popLast() {
            guard !isPresent[position] else { continue }
            isPresent[position] = true
            if case .split(let targets) = program[position] {
                waiting += targets
            } else {
                positions.append(position)
            }
        }
    }
}
