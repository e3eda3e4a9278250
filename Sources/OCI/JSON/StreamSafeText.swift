/// The bound on runs of combining characters that keeps comparing and hashing strings linear.
///
/// Strings are compared in their normal form, and putting a run of combining characters in order takes time that grows
/// with the square of its length: a string of a megabyte would hold a processor for minutes. The bound is that of the
/// Stream-Safe Text Format (UAX #15, section 13), which no language's writing reaches.
enum StreamSafeText {
    private static let longestRun = 30

    /// Whether no run of combining characters is too long.
    static func isSatisfied(by text: String) -> Bool {
        var run = 0
        for scalar in text.unicodeScalars {
            run = isCombining(scalar) ? run + 1 : 0
            guard run <= longestRun else { return false }
        }
        return true
    }

    /// Whether UTF-8 may hold a combining character: the first of them is U+0300.
    static func concerns(_ utf8: ArraySlice<UInt8>) -> Bool {
        utf8.contains { $0 >= 0xCC }
    }

    private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
    }
}
