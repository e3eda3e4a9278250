/// A compiled pattern of names, whatever it was written in: what globs and regular expressions have in common.
///
/// Matching keeps the set of places that it may have reached: it takes a time proportional to the lengths of the program
/// and of the text, whatever the pattern (Thompson's construction).
struct PatternProgram: Sendable {
    /// One step of a program.
    enum Instruction: Equatable {
        /// Takes one character of a set and goes on with the next instruction.
        case character(PatternCharacters)
        /// Goes on at any of these instructions.
        case split([Int])
        case match
    }

    private let instructions: [Instruction]

    /// Takes the steps of a pattern, the first one first and `.match` last.
    init(_ instructions: [Instruction]) { self.instructions = instructions }

    /// Whether the pattern is the whole of `text`.
    func matches(_ text: some StringProtocol) -> Bool {
        var current = Threads(count: instructions.count)
        var next = Threads(count: instructions.count)
        current.add(0, of: instructions)
        for scalar in text.unicodeScalars {
            next.removeAll()
            for position in current.positions {
                if case .character(let set) = instructions[position], set.contains(scalar) {
                    next.add(position + 1, of: instructions)
                }
            }
            swap(&current, &next)
            if current.positions.isEmpty { return false }
        }
        return current.positions.contains { instructions[$0] == .match }
    }
}

/// The characters that one place of a pattern takes.
enum PatternCharacters: Equatable {
    case any
    case anyButSlash
    case one(Unicode.Scalar)
    /// A class of a glob, which never takes a slash.
    case componentRanges([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    case ranges([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .any: true
        case .anyButSlash: scalar != "/"
        case .one(let only): scalar == only
        case .componentRanges(let ranges, let isNegated):
            scalar != "/" && ranges.contains { $0.contains(scalar) } != isNegated
        case .ranges(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
        }
    }
}

/// The places of a program that have been reached, each once.
private struct Threads {
    private(set) var positions: [Int] = []
    private var isPresent: [Bool]

    init(count: Int) { isPresent = [Bool](repeating: false, count: count) }

    mutating func removeAll() {
        for position in isPresent.indices { isPresent[position] = false }
        positions.removeAll(keepingCapacity: true)
    }

    /// Adds a place, and those that it leads to without a character.
    mutating func add(_ position: Int, of program: [PatternProgram.Instruction]) {
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
