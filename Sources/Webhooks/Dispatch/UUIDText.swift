import Cryptography

/// UUIDs as text.
enum UUIDText {
    /// A random one (RFC 9562, version 4), in lower-case letters with dashes.
    static func random() -> String {
        var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        return [bytes[..<4], bytes[4..<6], bytes[6..<8], bytes[8..<10], bytes[10...]]
            .map { Hex.encode($0) }.joined(separator: "-")
    }
}
