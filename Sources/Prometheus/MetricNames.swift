/// The grammar of names (Prometheus documentation, "Data model").
enum MetricNames {
    /// Whether a metric may be called so: `[a-zA-Z_:][a-zA-Z0-9_:]*`.
    static func isMetric(_ name: String) -> Bool {
        isName(name) { isLetter($0) || $0 == UInt8(ascii: ":") }
    }

    /// Whether a label may be called so: `[a-zA-Z_][a-zA-Z0-9_]*`, but not with two underscores in front, which Prometheus keeps to
    /// itself.
    static func isLabel(_ name: String) -> Bool {
        isName(name, isLetter) && !name.hasPrefix("__")
    }

    private static func isName(_ name: String, _ mayBegin: (UInt8) -> Bool) -> Bool {
        guard let first = name.utf8.first, mayBegin(first) else { return false }
        return name.utf8.allSatisfy { mayBegin($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
