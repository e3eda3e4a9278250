/// Turns a regular expression into the steps that match it.
struct RegularExpressionCompiler {
    /// Most steps: what is repeated a number of times has its steps so many times.
    private static let mostSteps = 1000
    private static let mostVisits = 10_000
    private var program: [PatternProgram.Instruction] = []
    private var visits = 0

    /// The steps of an expression, the first one first and `.match` last.
    static func compile(_ text: String) throws(RegularExpressionError) -> [PatternProgram.Instruction] {
        var compiler = RegularExpressionCompiler()
        try compiler.add(try RegularExpressionParser.parse(text), within: 0)
        compiler.program.append(.match)
        return compiler.program
    }

    /// Adds the steps of a node that stands in the quantifier at `position`.
    private mutating func add(_ node: RegularExpressionNode, within position: Int) throws(RegularExpressionError) {
        // Counted apart from the steps: nothing, repeated, has none.
        visits += 1
        guard program.count <= Self.mostSteps, visits <= Self.mostVisits else {
            throw RegularExpressionError(position: position + 1, reason: "is too large once it is unfolded")
        }
        switch node {
        case .characters(let set): program.append(.character(set))
        case .sequence(let nodes): for node in nodes { try add(node, within: position) }
        case .choice(let nodes): try addChoice(nodes, within: position)
        case .repeated(let inner, let least, let most, let position):
            for _ in 0..<least { try add(inner, within: position) }
            if let most {
                try addOptional(inner, times: most - least, within: position)
            } else {
                try addLoop(inner, within: position)
            }
        }
    }

    private mutating func addChoice(
        _ nodes: [RegularExpressionNode], within position: Int
    ) throws(RegularExpressionError) {
        let start = program.count
        program.append(.split([]))
        var (starts, ends) = ([Int](), [Int]())
        for node in nodes {
            starts.append(program.count)
            try add(node, within: position)
            ends.append(program.count)
            program.append(.split([]))
        }
        program[start] = .split(starts)
        for end in ends { program[end] = .split([program.count]) }
    }

    private mutating func addLoop(_ node: RegularExpressionNode, within position: Int) throws(RegularExpressionError) {
        let start = program.count
        program.append(.split([]))
        try add(node, within: position)
        program.append(.split([start]))
        program[start] = .split([start + 1, program.count])
    }

    private mutating func addOptional(
        _ node: RegularExpressionNode, times: Int, within position: Int
    ) throws(RegularExpressionError) {
        var starts: [Int] = []
        for _ in 0..<times {
            starts.append(program.count)
            program.append(.split([]))
            try add(node, within: position)
        }
        for start in starts { program[start] = .split([start + 1, program.count]) }
    }
}
