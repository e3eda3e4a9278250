import OCI

/// Makes a template's text of a JSON value, within bounds of length and work.
struct MustacheRenderer {
    /// Why no text came of a template.
    enum Failure: Error, Hashable, CustomStringConvertible {
        case tooLong
        case tooMuchWork

        var description: String {
            switch self {
            case .tooLong: "the template makes a body of more than \(MustacheRenderer.maximumLength) bytes"
            case .tooMuchWork: "the template has lists within lists that make too much work"
            }
        }
    }

    /// Most bytes of the text.
    static let maximumLength = 64 << 10
    private static let maximumSteps = 20_000
    private let escaping: MustacheEscaping
    private var output: [UInt8] = []
    private var steps = 0
    private var stack: [Frame]

    /// What names are looked up in.
    private struct Frame {
        let value: JSONValue
        var index: Int64 = 0
        var isLast = true
        let isElement: Bool
    }

    /// Makes the text; throws `Failure`.
    static func text(
        of template: MustacheTemplate, with value: JSONValue, escaping: MustacheEscaping
    ) throws(Failure) -> String {
        var renderer = MustacheRenderer(escaping: escaping, stack: [Frame(value: value, isElement: false)])
        try renderer.render(template.nodes)
        return String(decoding: renderer.output, as: UTF8.self)
    }

    private init(escaping: MustacheEscaping, stack: [Frame]) {
        self.escaping = escaping
        self.stack = stack
    }

    private mutating func render(_ nodes: [MustacheNode]) throws(Failure) {
        for node in nodes {
            steps += 1
            guard steps <= Self.maximumSteps else { throw .tooMuchWork }
            switch node {
            case .text(let bytes): try append(bytes)
            case .variable(let name, let isRaw):
                let text = Self.text(of: value(of: name))
                try append(isRaw ? Array(text.utf8) : escaping.escaped(text))
            case .section(let name, let isInverted, let nodes):
                try render(nodes, for: value(of: name), isInverted: isInverted)
            }
        }
    }

    private mutating func render(
        _ nodes: [MustacheNode], for value: JSONValue, isInverted: Bool
    ) throws(Failure) {
        switch value {
        case .null, .bool(false), .string(""), .array([]):
            if isInverted { try render(nodes) }
        case .array(let elements) where !isInverted:
            for (index, element) in elements.enumerated() {
                let isLast = index == elements.count - 1
                try render(nodes, in: Frame(value: element, index: Int64(index), isLast: isLast, isElement: true))
            }
        default:
            if !isInverted { try render(nodes, in: Frame(value: value, isElement: false)) }
        }
    }

    private mutating func render(_ nodes: [MustacheNode], in frame: Frame) throws(Failure) {
        stack.append(frame)
        try render(nodes)
        stack.removeLast()
    }

    private mutating func append(_ bytes: [UInt8]) throws(Failure) {
        guard output.count + bytes.count <= Self.maximumLength else { throw .tooLong }
        output += bytes
    }

    /// The first component is looked up in what sections are at, from the inside out, the others in what was found.
    private func value(of name: MustacheName) -> JSONValue {
        guard let first = name.components.first else { return stack.last?.value ?? .null }
        if name.components.count == 1, let place = stack.last(where: \.isElement) {
            switch first {
            case "-first": return .bool(place.index == 0)
            case "-last": return .bool(place.isLast)
            case "-index": return .integer(place.index)
            default: break
            }
        }
        guard var value = stack.reversed().lazy.compactMap({ $0.value[first] }).first else { return .null }
        for component in name.components.dropFirst() {
            guard let member = value[component] else { return .null }
            value = member
        }
        return value
    }

    private static func text(of value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        default: String(decoding: value.encoded(), as: UTF8.self)
        }
    }
}
