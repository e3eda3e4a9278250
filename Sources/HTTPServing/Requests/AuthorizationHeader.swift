/// What an `Authorization` header holds (RFC 7617 and RFC 6750).
package enum AuthorizationHeader: Sendable, Equatable {
    /// There is no header.
    case none
    case basic(username: String, password: String)
    case bearer(String)
    /// A header of another scheme, or one that can't be read.
    case malformed

    /// Reads the header's value; one over 24 KiB is malformed.
    package init(_ value: String?) {
        guard let value else {
            self = .none
            return
        }
        guard value.utf8.count <= 24 << 10, let space = value.firstIndex(of: " ") else {
            self = .malformed
            return
        }
        let rest = value[value.index(after: space)...]
        switch value[..<space].lowercased() {
        case "bearer": self = .bearer(String(rest))
        case "basic": self = Self.basic(rest)
        default: self = .malformed
        }
    }

    private static func basic(_ encoded: Substring) -> AuthorizationHeader {
        guard let bytes = Base64Text.decode(encoded), let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            let username = String(validating: bytes[..<colon], as: UTF8.self),
            let password = String(validating: bytes[(colon + 1)...], as: UTF8.self)
        else { return .malformed }
        return .basic(username: username, password: password)
    }
}

/// Base64 as headers use it (RFC 4648 section 4), padding optional.
enum Base64Text {
    static func decode(_ text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3 / 4)
        var buffer: UInt32 = 0
        var bits = 0
        for letter in text.utf8 {
            if letter == UInt8(ascii: "=") { break }
            guard let value = value(of: letter) else { return nil }
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return bytes
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
