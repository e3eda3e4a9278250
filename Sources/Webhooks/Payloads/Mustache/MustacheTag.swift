/// What stands between braces in a template.
struct MustacheTag {
    enum Kind {
        case variable(isRaw: Bool)
        case section(isInverted: Bool)
        case end
        case comment
    }

    let kind: Kind
    /// What follows the sign of the kind, without blanks around.
    let content: String
    /// Where it begins, in bytes.
    let start: Int
    /// Where the text goes on behind it, in bytes.
    let end: Int

    /// Whether it says nothing itself, so that a line with nothing else goes with it.
    var mayStandAlone: Bool {
        if case .variable = kind { false } else { true }
    }
}

/// Finds tags in the bytes of a template.
struct MustacheTagReader {
    let bytes: [UInt8]

    /// The first tag at or behind a place; nil if there is none. Throws the place and the reason if one can't be read.
    func tag(from place: Int) throws(MustacheTemplate.Invalid) -> MustacheTag? {
        guard let start = find("{{", from: place) else { return nil }
        let sign = start + 2 < bytes.count ? bytes[start + 2] : 0
        if sign == UInt8(ascii: "{") { return try tag(start, .variable(isRaw: true), skip: 3, closing: "}}}") }
        switch sign {
        case UInt8(ascii: "&"): return try tag(start, .variable(isRaw: true), skip: 3, closing: "}}")
        case UInt8(ascii: "#"): return try tag(start, .section(isInverted: false), skip: 3, closing: "}}")
        case UInt8(ascii: "^"): return try tag(start, .section(isInverted: true), skip: 3, closing: "}}")
        case UInt8(ascii: "/"): return try tag(start, .end, skip: 3, closing: "}}")
        case UInt8(ascii: "!"): return try tag(start, .comment, skip: 3, closing: "}}")
        case UInt8(ascii: "="): throw invalid("other delimiters than {{ and }} aren't taken", start)
        case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "$"):
            throw invalid("parts that stand elsewhere aren't taken", start)
        default: return try tag(start, .variable(isRaw: false), skip: 2, closing: "}}")
        }
    }

    /// An error at a place.
    func invalid(_ reason: String, _ place: Int) -> MustacheTemplate.Invalid {
        let before = bytes[..<place]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return MustacheTemplate.Invalid(
            reason: reason, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
            column: String(decoding: bytes[lineStart..<place], as: UTF8.self).unicodeScalars.count + 1)
    }

    private func tag(
        _ start: Int, _ kind: MustacheTag.Kind, skip: Int, closing: StaticString
    ) throws(MustacheTemplate.Invalid) -> MustacheTag {
        guard let end = find(closing, from: start + skip) else { throw invalid("this tag isn't closed", start) }
        let content = String(decoding: bytes[(start + skip)..<end], as: UTF8.self)
        return MustacheTag(
            kind: kind, content: Self.trimmed(content), start: start, end: end + closing.utf8CodeUnitCount)
    }

    private func find(_ text: StaticString, from place: Int) -> Int? {
        let (first, count) = (text.utf8Start.pointee, text.utf8CodeUnitCount)
        var place = place
        while place + count <= bytes.count {
            guard let next = bytes[place...].firstIndex(of: first), next + count <= bytes.count else { return nil }
            if text.withUTF8Buffer({ bytes[next..<(next + count)].elementsEqual($0) }) { return next }
            place = next + 1
        }
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
    }
}
