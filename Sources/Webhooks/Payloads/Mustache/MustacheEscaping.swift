import OCI

/// How values are written so that they stay values in what they stand in.
enum MustacheEscaping: Hashable, Sendable {
    /// Within a JSON string, whose quotes the template has.
    case json
    /// Within the text or a quoted attribute of HTML or XML.
    case markup
    /// Within a form (`application/x-www-form-urlencoded`).
    case form
    /// As they are.
    case none

    /// What goes with a media type.
    init(contentType: String) {
        let type = contentType.prefix { $0 != ";" && $0 != " " }.lowercased()
        switch type {
        case "application/json", "text/json": self = .json
        case "text/html", "text/xml", "application/xml": self = .markup
        case "application/x-www-form-urlencoded": self = .form
        default: self = type.hasSuffix("+json") ? .json : type.hasSuffix("+xml") ? .markup : .none
        }
    }

    /// The bytes to write for a text.
    func escaped(_ text: String) -> [UInt8] {
        switch self {
        case .json: Array(JSONValue.string(text).encoded().dropFirst().dropLast())
        case .markup: text.utf8.flatMap(Self.markup)
        case .form: text.utf8.flatMap(Self.form)
        case .none: Array(text.utf8)
        }
    }

    private static func markup(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "&"): Array("&amp;".utf8)
        case UInt8(ascii: "<"): Array("&lt;".utf8)
        case UInt8(ascii: ">"): Array("&gt;".utf8)
        case UInt8(ascii: "\""): Array("&quot;".utf8)
        case UInt8(ascii: "'"): Array("&#39;".utf8)
        default: [byte]
        }
    }

    /// A text as Slack's messages have it.
    static func slack(_ text: String) -> [UInt8] {
        text.utf8.flatMap { "&<>".utf8.contains($0) ? markup($0) : [$0] }
    }

    private static func form(_ byte: UInt8) -> [UInt8] { PercentEncoding.encode(byte) }
}
