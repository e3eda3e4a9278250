/// What a regular expression is made of.
indirect enum RegularExpressionNode {
    case characters(PatternCharacters)
    case sequence([RegularExpressionNode])
    case choice([RegularExpressionNode])
    /// So many times what is inside; without `most`, any number from `least` on. `position` is the quantifier's.
    case repeated(RegularExpressionNode, least: Int, most: Int?, position: Int)
}

/// Reads the text of a regular expression.
struct RegularExpressionParser {
    private static let deepest = 32
    private static let mostRepetitions = 255
    let scalars: [Unicode.Scalar]
    private(set) var at = 0

    /// What the expression is made of.
    static func parse(_ text: String) throws(RegularExpressionError) -> RegularExpressionNode {
        var parser = RegularExpressionParser(scalars: Array(text.unicodeScalars))
        if parser.peek() == "^" { parser.at += 1 }
        let node = try parser.choice(depth: 0)
        guard parser.peek() == nil else { throw parser.mistake("has a ) without a ( before it") }
        return node
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        at + offset < scalars.count ? scalars[at + offset] : nil
    }

    mutating func next(_ expected: String) throws(RegularExpressionError) -> Unicode.Scalar {
        guard let scalar = peek() else { throw mistake("ends where \(expected) is missing") }
        guard scalar.value >= 0x20, scalar.value != 0x7f else { throw mistake("has a control character") }
        at += 1
        return scalar
    }

    mutating func advance() { at += 1 }

    /// A mistake at a place counted from 0, or where the parser is.
    func mistake(_ reason: String, at place: Int? = nil) -> RegularExpressionError {
        RegularExpressionError(position: (place ?? at) + 1, reason: reason)
    }

    private mutating func choice(depth: Int) throws(RegularExpressionError) -> RegularExpressionNode {
        guard depth <= Self.deepest else { throw mistake("has groups in groups more than \(Self.deepest) deep") }
        var alternatives = [try sequence(depth: depth)]
        while peek() == "|" {
            at += 1
            alternatives.append(try sequence(depth: depth))
        }
        return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }

    private mutating func sequence(depth: Int) throws(RegularExpressionError) -> RegularExpressionNode {
        var nodes: [RegularExpressionNode] = []
        while let scalar = peek(), scalar != "|", scalar != ")" {
            if scalar == "$", at == scalars.count - 1 {
                at += 1
                break
            }
            nodes.append(try quantified(try atom(depth: depth)))
        }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func atom(depth: Int) throws(RegularExpressionError) -> RegularExpressionNode {
        let start = at
        switch try next("a character") {
        case ".": return .characters(.any)
        case "[": return .characters(try characterClass())
        case "(": return try group(depth: depth)
        case "\\": return .characters(try escape())
        case "*", "+", "?", "{": throw mistake("has a quantifier with nothing before it", at: start)
        case "^", "$":
            throw mistake("has ^ or $ elsewhere than at its ends; write \\^ or \\$ for the character", at: start)
        case let scalar: return .characters(.one(scalar))
        }
    }

    private mutating func group(depth: Int) throws(RegularExpressionError) -> RegularExpressionNode {
        let start = at - 1
        if peek() == "?" {
            guard peek(1) == ":" else { throw mistake("has (? without a colon: flags and looking around don't exist") }
            at += 2
        }
        let node = try choice(depth: depth + 1)
        guard peek() == ")" else { throw mistake("has a ( that isn't closed", at: start) }
        at += 1
        return node
    }

    private mutating func quantified(_ node: RegularExpressionNode) throws(RegularExpressionError)
        -> RegularExpressionNode
    {
        var node = node
        while let scalar = peek() {
            let position = at
            let bounds: (least: Int, most: Int?)
            switch scalar {
            case "*": bounds = (0, nil)
            case "+": bounds = (1, nil)
            case "?": bounds = (0, 1)
            case "{":
                at += 1
                bounds = try braces(from: position)
                at -= 1
            default: return node
            }
            at += 1
            // Greedy or not makes no difference to whether the whole matches.
            if peek() == "?" { at += 1 }
            node = .repeated(node, least: bounds.least, most: bounds.most, position: position)
        }
        return node
    }

    private mutating func braces(from start: Int) throws(RegularExpressionError) -> (least: Int, most: Int?) {
        let least = try number(from: start)
        var most: Int? = least
        if peek() == "," {
            at += 1
            most = peek() == "}" ? nil : try number(from: start)
        }
        guard peek() == "}" else { throw mistake("has a { that isn't closed by }", at: start) }
        at += 1
        if let most, most < least { throw mistake("has {\(least),\(most)}, whose end comes first", at: start) }
        return (least, most)
    }

    private mutating func number(from start: Int) throws(RegularExpressionError) -> Int {
        var value = 0
        let first = at
        while let scalar = peek(), ("0"..."9").contains(scalar) {
            value = value * 10 + Int(scalar.value - 0x30)
            guard value <= Self.mostRepetitions else {
                throw mistake("repeats something more than \(Self.mostRepetitions) times", at: first)
            }
            at += 1
        }
        guard at > first else { throw mistake("has no number behind {; write \\{ for the character", at: start) }
        return value
    }
}
