import Logging

/// Builds a line in which nothing that comes from outside can end the line or steer a terminal.
///
/// Escapes are those of JSON (RFC 8259, section 7) in both formats.
struct EscapedText {
    /// What has been built so far: UTF-8.
    private(set) var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(256)
    }

    /// Appends text that is known to be harmless.
    mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends bytes that are known to be harmless.
    mutating func raw(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    /// Appends a JSON string.
    mutating func string(_ text: String) {
        raw("\"")
        escape(text, quotes: true)
        raw("\"")
    }

    /// Appends a JSON value: numbers and truth values as such, whatever else describes itself as a string.
    mutating func value(_ value: Logger.MetadataValue) {
        switch value {
        case .string(let text): string(text)
        case .stringConvertible(let value):
            if let literal = Self.literal(value) { raw(literal) } else { string(value.description) }
        case .array(let values):
            raw("[")
            for (index, value) in values.enumerated() {
                if index > 0 { raw(",") }
                self.value(value)
            }
            raw("]")
        case .dictionary(let fields):
            raw("{")
            for (index, (name, value)) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { raw(",") }
                string(name)
                raw(":")
                self.value(value)
            }
            raw("}")
        }
    }

    /// Appends a JSON value, or what it says without quotes if that is one plain word.
    mutating func wordOrValue(_ value: Logger.MetadataValue) {
        switch value {
        case .string(let text): word(text)
        case .stringConvertible(let value): word(value.description)
        case .array, .dictionary: self.value(value)
        }
    }

    /// Appends a text, in quotes unless it is one plain word.
    mutating func word(_ text: String) {
        let isWord =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                !Self.isUnsafe(scalar) && !scalar.properties.isWhitespace && scalar != "\"" && scalar != "\\"
                    && scalar != "="
            }
        if isWord { raw(text) } else { string(text) }
    }

    /// Appends a text with all that is unsafe in it, backslashes and, if wished, quotes escaped.
    mutating func escape(_ text: String, quotes: Bool) {
        // Most texts need nothing.
        if text.utf8.allSatisfy(Self.isPlain) { return raw(text) }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": raw("\\\\")
            case "\"" where quotes: raw("\\\"")
            case "\n": raw("\\n")
            case "\r": raw("\\r")
            case "\t": raw("\\t")
            case _ where Self.isUnsafe(scalar): raw(Self.escape(scalar))
            default: bytes.append(contentsOf: scalar.utf8)
            }
        }
    }

    /// Whether a byte stands for itself in every format.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Whether a character ends lines, steers terminals or reverses the direction of writing.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// `\u` and four digits; all unsafe characters are in the basic plane.
    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    /// A number or truth value as JSON; nil for anything else.
    private static func literal(_ value: any CustomStringConvertible & Sendable) -> String? {
        switch value {
        case let number as any FixedWidthInteger: number.description
        case let number as Double where number.isFinite: number.description
        case let truth as Bool: truth.description
        default: nil
        }
    }
}
