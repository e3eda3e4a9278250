/// Reading what takes one character of several.
extension RegularExpressionParser {
    private typealias Ranges = [ClosedRange<Unicode.Scalar>]
    private static let digits: Ranges = ["0"..."9"]
    private static let wordCharacters: Ranges = ["0"..."9", "A"..."Z", "_"..."_", "a"..."z"]
    private static let spaces: Ranges = [" "..." ", "\t"..."\r"]

    /// Reads what stands behind a backslash.
    mutating func escape() throws(RegularExpressionError) -> PatternCharacters {
        let start = at - 1
        switch try next("a character behind \\") {
        case "d": return .ranges(Self.digits, isNegated: false)
        case "D": return .ranges(Self.digits, isNegated: true)
        case "w": return .ranges(Self.wordCharacters, isNegated: false)
        case "W": return .ranges(Self.wordCharacters, isNegated: true)
        case "s": return .ranges(Self.spaces, isNegated: false)
        case "S": return .ranges(Self.spaces, isNegated: true)
        case let scalar:
            guard !Self.isWordCharacter(scalar) else {
                throw mistake("has \\\(scalar), which doesn't exist", at: start)
            }
            return .one(scalar)
        }
    }

    /// Reads what stands behind an opening bracket.
    mutating func characterClass() throws(RegularExpressionError) -> PatternCharacters {
        let start = at - 1
        let isNegated = peek() == "^"
        if isNegated { advance() }
        var ranges: Ranges = []
        while peek() != "]" {
            guard peek() != nil else { throw mistake("has a [ that isn't closed", at: start) }
            ranges += try member()
        }
        advance()
        guard !ranges.isEmpty else { throw mistake("has an empty class; write \\] for the character", at: start) }
        return .ranges(ranges, isNegated: isNegated)
    }

    private mutating func member() throws(RegularExpressionError) -> Ranges {
        let start = at
        let first = try classCharacter()
        guard peek() == "-", peek(1) != "]", first.count == 1, let low = first.first?.lowerBound,
            first[0].lowerBound == first[0].upperBound
        else { return first }
        advance()
        let last = try classCharacter()
        guard last.count == 1, let high = last.first?.lowerBound, last[0].lowerBound == last[0].upperBound else {
            throw mistake("has a range that ends in a class", at: start)
        }
        guard low <= high else { throw mistake("has the range \(low)-\(high), whose end comes first", at: start) }
        return [low...high]
    }

    private mutating func classCharacter() throws(RegularExpressionError) -> Ranges {
        let start = at
        switch try next("a ]") {
        case "\\":
            switch try escape() {
            case .ranges(let ranges, isNegated: false): return ranges
            case .one(let scalar): return [scalar...scalar]
            default: throw mistake("has \\D, \\W or \\S in a class, where they don't exist", at: start)
            }
        case "[" where peek() == ":":
            throw mistake("has [:name:], which doesn't exist; write \\[ for the character", at: start)
        case let scalar: return [scalar...scalar]
        }
    }

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "_" && wordCharacters.contains { $0.contains(scalar) }
    }
}
