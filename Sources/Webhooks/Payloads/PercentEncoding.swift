import Cryptography

/// Text as parts of URLs and forms have it (RFC 3986 section 2.1): everything but unreserved characters is escaped.
enum PercentEncoding {
    /// The escaped text.
    static func encode(_ text: String) -> String {
        String(decoding: text.utf8.flatMap(encode), as: UTF8.self)
    }

    /// A byte, escaped where it must be.
    static func encode(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            [byte]
        default: [UInt8(ascii: "%")] + Array(Hex.encode([byte]).uppercased().utf8)
        }
    }
}
