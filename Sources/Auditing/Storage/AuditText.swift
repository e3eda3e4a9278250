/// Makes text fit for the audit log, whatever clients named their things.
enum AuditText {
    /// An index holds it: PostgreSQL takes at most about 2,700 bytes.
    private static let longest = 1024
    private static let longestName = 255

    /// Who or what kind: at most 255 bytes; `anonymous` for nobody, as in Harbor.
    static func name(_ text: String) -> String {
        text.isEmpty ? "anonymous" : clean(text, longest: longestName)
    }

    /// Text without control characters, of at most 1,024 bytes.
    static func clean(_ text: String, longest: Int = longest) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
        guard !isPlain || text.utf8.count > longest else { return text }
        var clean = ""
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || scalar.value == 0x7f
            let next: Unicode.Scalar = isControl ? " " : scalar
            guard clean.utf8.count + UTF8.width(next) <= longest else { break }
            clean.unicodeScalars.append(next)
        }
        return clean
    }

    /// The entry's own sentence, or one such as `create artifact: library/hello:1`.
    static func description(of stamped: StampedEntry) -> String {
        let entry = stamped.entry
        guard entry.description.isEmpty else { return clean(entry.description) }
        let sentence = "\(entry.operation) \(entry.resourceType): \(entry.resource)"
        return clean(stamped.count > 1 ? "\(sentence) (\(stamped.count) times)" : sentence)
    }
}
