/// A template of the Mustache language, as far as it can be used without harm: variables, sections, inverted sections and
/// comments; no partials, no lambdas, no other delimiters.
///
/// `{{-first}}`, `{{-last}}` and `{{-index}}` tell within a section of a list where in it one is.
struct MustacheTemplate: Hashable, Sendable {
    /// Why a text isn't a template, and where.
    struct Invalid: Error, Hashable, CustomStringConvertible {
        let reason: String
        /// Counted from 1.
        let line: Int
        /// Characters from the beginning of the line, counted from 1.
        let column: Int

        var description: String { "line \(line), column \(column): \(reason)" }
    }

    /// Most sections that stand within each other.
    static let maximumDepth = 16
    let nodes: [MustacheNode]

    /// Reads a template in time linear to its length; throws `Invalid`.
    init(_ text: String) throws(Invalid) {
        var reader = MustacheReader(text)
        nodes = try reader.template()
    }
}

/// A part of a template.
indirect enum MustacheNode: Hashable, Sendable {
    /// Stays as it is.
    case text([UInt8])
    /// The value of a name, escaped unless `isRaw`.
    case variable(MustacheName, isRaw: Bool)
    /// Its parts for each element of a list, or once if there is a value; inverted once if there is none.
    case section(MustacheName, isInverted: Bool, [MustacheNode])
}

/// A name, such as `event_data.repository.name`; without components it is `.`, what a section is at.
struct MustacheName: Hashable, Sendable {
    let components: [String]

    /// Nil for what isn't a name: letters, digits, `_` and `-` with points between, or one point alone.
    init?(_ text: String) {
        guard text != "." else {
            components = []
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.allSatisfy(Self.isPlain), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        components = parts.map(String.init)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
