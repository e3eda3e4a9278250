/// What a configuration item holds.
package enum ConfigurationValue: Sendable, Hashable {
    case flag(Bool)
    case number(Int64)
    case text(String)

    /// The value as the database keeps it.
    var stored: String {
        switch self {
        case .flag(let flag): flag ? "true" : "false"
        case .number(let number): String(number)
        case .text(let text): text
        }
    }

    /// Reads what the database keeps of an item; nil for what doesn't fit it.
    init?(stored: String, of kind: ConfigurationItem.Kind) {
        switch kind {
        case .flag: self = .flag(stored == "true")
        case .number:
            guard let number = Int64(stored) else { return nil }
            self = .number(number)
        default: self = .text(stored)
        }
    }

    /// The truth value, if it is one.
    package var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

    /// The number, if it is one.
    package var number: Int64? { if case .number(let number) = self { number } else { nil } }

    /// The text, if it is one.
    package var text: String? { if case .text(let text) = self { text } else { nil } }
}
