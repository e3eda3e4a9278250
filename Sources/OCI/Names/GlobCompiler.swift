/// Turns a pattern's text into the steps that match it.
struct GlobCompiler {
    private static let deepest = 8
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var program: [PatternProgram.Instruction] = []

    /// The steps of a pattern, the first one first and `.match` last.
    static func compile(_ text: String) throws(GlobError) -> [PatternProgram.Instruction] {
        var compiler = GlobCompiler(scalars: Array(text.unicodeScalars))
        try compiler.sequence(depth: 0, isComponentStart: true)
        compiler.program.append(.match)
        return compiler.program
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        at + offset < scalars.count ? scalars[at + offset] : nil
    }

    /// Reads up to the end, or inside braces up to a comma or the closing brace.
    private mutating func sequence(depth: Int, isComponentStart: Bool) throws(GlobError) {
        var isComponentStart = isComponentStart
        while let scalar = peek() {
            if depth > 0, scalar == "," || scalar == "}" { return }
            at += 1
            switch scalar {
            case "*": stars(depth: depth, isComponentStart: isComponentStart)
            case "?": program.append(.character(.anyButSlash))
            case "[": program.append(.character(try characterClass()))
            case "{": try alternatives(depth: depth + 1, isComponentStart: isComponentStart)
            case "\\": program.append(.character(.one(try next())))
            default: program.append(.character(.one(scalar)))
            }
            isComponentStart = at > 0 && scalars[at - 1] == "/"
        }
    }

    private mutating func next() throws(GlobError) -> Unicode.Scalar {
        guard let scalar = peek() else { throw .malformed }
        at += 1
        return scalar
    }

    /// Two stars that are a whole component cross slashes; the slash behind them then belongs to them.
    private mutating func stars(depth: Int, isComponentStart: Bool) {
        var count = 1
        while peek() == "*" {
            count += 1
            at += 1
        }
        let isEnd = peek() == nil || peek() == "/" || (depth > 0 && (peek() == "," || peek() == "}"))
        guard count == 2, isComponentStart, isEnd else {
            loop(.anyButSlash)
            return
        }
        guard peek() == "/" else {
            loop(.any)
            return
        }
        at += 1
        let start = program.count
        program.append(.split([]))
        loop(.any)
        program.append(.character(.one("/")))
        program[start] = .split([start + 1, program.count])
    }

    private mutating func loop(_ characters: PatternCharacters) {
        let start = program.count
        program.append(.split([start + 1, start + 3]))
        program.append(.character(characters))
        program.append(.split([start]))
    }

    private mutating func alternatives(depth: Int, isComponentStart: Bool) throws(GlobError) {
        guard depth <= Self.deepest else { throw .tooDeep }
        let start = program.count
        program.append(.split([]))
        var starts: [Int] = []
        var ends: [Int] = []
        while true {
            starts.append(program.count)
            try sequence(depth: depth, isComponentStart: isComponentStart)
            ends.append(program.count)
            program.append(.split([]))
            if try next() == "}" { break }
        }
        program[start] = .split(starts)
        for end in ends { program[end] = .split([program.count]) }
    }

    private mutating func characterClass() throws(GlobError) -> PatternCharacters {
        let isNegated = peek() == "^" || peek() == "!"
        if isNegated { at += 1 }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while peek() != "]" {
            let first = try classMember()
            guard peek() == "-" else {
                ranges.append(first...first)
                continue
            }
            at += 1
            let last = try classMember()
            guard first <= last else { throw .malformed }
            ranges.append(first...last)
        }
        at += 1
        guard !ranges.isEmpty else { throw .malformed }
        return .componentRanges(ranges, isNegated: isNegated)
    }

    private mutating func classMember() throws(GlobError) -> Unicode.Scalar {
        switch try next() {
        case "\\": return try next()
        case "-", "]": throw .malformed
        case let scalar: return scalar
        }
    }
}
