/// One configuration item of the registry: its key, what it may hold, and what it holds unless somebody sets it.
package struct ConfigurationItem: Sendable {
    /// What an item may hold.
    package enum Kind: Sendable, Hashable {
        case flag
        /// A whole number within the range; `also`: one more value, such as -1 for "without a limit".
        case number(ClosedRange<Int64>, also: Int64?)
        /// Text of at most so many characters; `allowsLines`: line breaks and tabs may be in it.
        case text(maximum: Int, allowsLines: Bool)
        /// Text that must not be empty.
        case name(maximum: Int)
        /// Text that is kept encrypted and never given out.
        case secret
        /// One of these texts.
        case choice([String])
        /// A JSON object whose members are texts, kept as text.
        case textMap
        /// Any JSON object, kept as text.
        case object
        /// Names of the kind of audited events, separated by commas.
        case auditEvents
    }

    /// Harbor's key.
    package let key: String
    /// What it may hold.
    package let kind: Kind
    /// What the item holds unless it is set.
    package let standard: ConfigurationValue
    /// Whether this version acts on the item; if not, it is checked and kept for a later one.
    package let hasEffect: Bool

    init(_ key: String, _ kind: Kind, _ standard: ConfigurationValue, hasEffect: Bool) {
        self.key = key
        self.kind = kind
        self.standard = standard
        self.hasEffect = hasEffect
    }

    /// Whether the item's value is never given out.
    package var isSecret: Bool { kind == .secret }
}

extension ConfigurationItem {
    static func flag(_ key: String, _ standard: Bool, hasEffect: Bool = true) -> ConfigurationItem {
        ConfigurationItem(key, .flag, .flag(standard), hasEffect: hasEffect)
    }

    static func number(
        _ key: String, _ standard: Int64, in range: ClosedRange<Int64>, also: Int64? = nil, hasEffect: Bool = true
    ) -> ConfigurationItem {
        ConfigurationItem(key, .number(range, also: also), .number(standard), hasEffect: hasEffect)
    }

    static func text(
        _ key: String, _ standard: String = "", maximum: Int = 1024, allowsLines: Bool = false, hasEffect: Bool = true
    ) -> ConfigurationItem {
        ConfigurationItem(
            key, .text(maximum: maximum, allowsLines: allowsLines), .text(standard), hasEffect: hasEffect)
    }

    static func name(_ key: String, _ standard: String, maximum: Int, hasEffect: Bool = true) -> ConfigurationItem {
        ConfigurationItem(key, .name(maximum: maximum), .text(standard), hasEffect: hasEffect)
    }

    static func choice(_ key: String, _ choices: [String]) -> ConfigurationItem {
        ConfigurationItem(key, .choice(choices), .text(choices[0]), hasEffect: true)
    }

    static func secret(_ key: String) -> ConfigurationItem {
        ConfigurationItem(key, .secret, .text(""), hasEffect: false)
    }
}
