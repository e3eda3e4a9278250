/// Reads a template from its beginning to its end.
struct MustacheReader {
    /// A section that isn't closed yet.
    private struct Open {
        let name: MustacheName
        let isInverted: Bool
        let start: Int
        var nodes: [MustacheNode] = []
    }

    private let tags: MustacheTagReader
    private var open: [Open] = []
    private var nodes: [MustacheNode] = []
    private var place = 0

    init(_ text: String) { tags = MustacheTagReader(bytes: Array(text.utf8)) }

    mutating func template() throws(MustacheTemplate.Invalid) -> [MustacheNode] {
        while let tag = try tags.tag(from: place) {
            let line = tag.mayStandAlone ? wholeLine(of: tag) : nil
            append(.text(Array(tags.bytes[place..<max(place, line?.lowerBound ?? tag.start)])))
            place = line?.upperBound ?? tag.end
            try take(tag)
        }
        append(.text(Array(tags.bytes[place...])))
        if let section = open.last { throw tags.invalid("this section isn't closed", section.start) }
        return nodes
    }

    private mutating func take(_ tag: MustacheTag) throws(MustacheTemplate.Invalid) {
        switch tag.kind {
        case .comment: break
        case .variable(let isRaw): append(.variable(try name(tag), isRaw: isRaw))
        case .section(let isInverted):
            guard open.count < MustacheTemplate.maximumDepth else {
                throw tags.invalid(
                    "at most \(MustacheTemplate.maximumDepth) sections may stand within each other", tag.start)
            }
            open.append(Open(name: try name(tag), isInverted: isInverted, start: tag.start))
        case .end:
            let name = try name(tag)
            guard let section = open.popLast() else { throw tags.invalid("there is no section to close", tag.start) }
            guard section.name == name else {
                let expected = section.name.components.joined(separator: ".")
                throw tags.invalid("this should close the section \(expected.isEmpty ? "." : expected)", tag.start)
            }
            append(.section(name, isInverted: section.isInverted, section.nodes))
        }
    }

    private mutating func append(_ node: MustacheNode) {
        if case .text(let bytes) = node, bytes.isEmpty { return }
        if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
    }

    private func name(_ tag: MustacheTag) throws(MustacheTemplate.Invalid) -> MustacheName {
        guard let name = MustacheName(tag.content) else {
            throw tags.invalid("a name has letters, digits, _ and - with points between", tag.start)
        }
        return name
    }

    /// The line of a tag with its end, if nothing else stands in it.
    private func wholeLine(of tag: MustacheTag) -> Range<Int>? {
        let bytes = tags.bytes
        var (start, end) = (tag.start, tag.end)
        while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
        guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n"), start >= place || place == tag.start else {
            return nil
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
        if end == bytes.count { return start..<end }
        return bytes[end] == UInt8(ascii: "\n") ? start..<(end + 1) : nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
