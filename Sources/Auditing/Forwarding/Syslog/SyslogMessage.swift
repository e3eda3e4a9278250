import Time

/// An audit record as a message of syslog (RFC 5424): facility 13 (log audit), severity 6 (informational) for what was
/// done and 4 (warning) for what was refused or failed.
///
/// It has no line break or other control character, whatever clients called their things, so that it stays one line
/// in every log.
package struct SyslogMessage: Sendable {
    /// The element of the structured data. Haven has no enterprise number of its own: this is the one that IANA keeps
    /// for examples (RFC 5612).
    private static let element = "audit@32473"
    private static let longestIdentifier = 32
    /// The message in UTF-8, without a frame.
    package let bytes: [UInt8]

    /// Makes the message of a record, of at most `maximum` bytes (1,000 or more): the sentence is cut first, then what
    /// it was done to.
    package init(_ record: AuditRecord, from origin: SyslogOrigin, maximum: Int) {
        let priority = 13 * 8 + (record.isSuccess ? 6 : 4)
        let identifier = Self.identifier("\(record.operation)_\(record.resourceType)")
        let header =
            "<\(priority)>1 \(record.time.internetText) \(origin.hostName) haven \(origin.processID) \(identifier) "
        let names = Self.parameters(record, longest: (maximum - 500) / 8)
        let fixed = header.utf8.count + names.utf8.count + Self.element.utf8.count + 20
        let resource = Self.escaped(record.resource, longest: max(0, maximum - fixed))
        var text = "\(header)[\(Self.element)\(names) resource=\"\(resource)\"] "
        // The mark says that UTF-8 follows (section 6.4).
        text += "\u{feff}"
        text += Self.plain(record.description, longest: maximum - text.utf8.count)
        bytes = Array(text.utf8)
    }

    private static func parameters(_ record: AuditRecord, longest: Int) -> String {
        let values = [
            ("operator", record.username), ("operation", record.operation), ("resourceType", record.resourceType),
        ]
        let number = record.id > 0 ? " id=\"\(record.id)\"" : ""
        let texts = values.map { " \($0.0)=\"\(escaped($0.1, longest: longest))\"" }.joined()
        return "\(number)\(texts) success=\"\(record.isSuccess)\""
    }

    /// A name of printable ASCII characters (section 6.2.7).
    private static func identifier(_ text: String) -> String {
        let plain = text.unicodeScalars.filter { (0x21...0x7e).contains($0.value) }.prefix(longestIdentifier)
        return plain.isEmpty ? "-" : String(plain)
    }

    /// A value of the structured data: the three characters that would end it are escaped (section 6.3.3).
    private static func escaped(_ text: String, longest: Int) -> String {
        var escaped = ""
        var length = 0
        for scalar in plain(text, longest: longest).unicodeScalars {
            let isSpecial = scalar == "\"" || scalar == "\\" || scalar == "]"
            length += UTF8.width(scalar) + (isSpecial ? 1 : 0)
            guard length <= longest else { break }
            if isSpecial { escaped.append("\\") }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    /// The beginning of a text, with a blank for each control character and line separator.
    private static func plain(_ text: String, longest: Int) -> String {
        var plain = ""
        var length = 0
        for scalar in text.unicodeScalars {
            let next: Unicode.Scalar = breaksLines(scalar) ? " " : scalar
            length += UTF8.width(next)
            guard length <= longest else { break }
            plain.unicodeScalars.append(next)
        }
        return plain
    }

    private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029: true
        default: false
        }
    }
}
