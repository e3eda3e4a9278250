/// The grammar that the components of names share: runs of `[a-z0-9]` with separators between them.
enum NameGrammar {
    /// The longest name, in characters.
    static let maximumLength = 255

    /// Whether the text is a component of a repository's name: `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`
    /// (OCI distribution spec, "Pulling manifests").
    static func isComponent(_ text: Substring.UTF8View) -> Bool {
        isSeparatedRuns(text) { byte, repeats in
            switch byte {
            case UInt8(ascii: "-"): true
            case UInt8(ascii: "_"): repeats <= 2
            case UInt8(ascii: "."): repeats == 1
            default: false
            }
        }
    }

    /// Whether the text is a project's name: `[a-z0-9]+([._-][a-z0-9]+)*`.
    static func isProject(_ text: Substring.UTF8View) -> Bool {
        isSeparatedRuns(text) { byte, repeats in
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): repeats == 1
            default: false
            }
        }
    }

    /// Asks `allows` about each separator: the character, and how often it has come in a row.
    private static func isSeparatedRuns(
        _ text: Substring.UTF8View, allows: (_ separator: UInt8, _ repeats: Int) -> Bool
    ) -> Bool {
        var separator: UInt8?
        var repeats = 0
        var isStart = true
        for byte in text {
            if byte.isLowerAlphanumeric {
                separator = nil
                repeats = 0
            } else {
                repeats += 1
                guard !isStart, separator == nil || separator == byte, allows(byte, repeats) else { return false }
                separator = byte
            }
            isStart = false
        }
        return !isStart && separator == nil
    }
}
