/// The parameters of a query string or of a form (`application/x-www-form-urlencoded`).
package struct QueryString: Sendable {
    private static let maximumParameters = 200
    private let parameters: [(name: String, value: String)]

    /// Reads parameters; of more than 200 the rest is left out, and text that isn't UTF-8 is repaired.
    ///
    /// `plusIsSpace` is right for forms and for what Go's clients encode; media types in queries mean a real plus.
    package init(_ text: some StringProtocol, plusIsSpace: Bool = false) {
        parameters = text.split(separator: "&", maxSplits: Self.maximumParameters).prefix(Self.maximumParameters).map {
            let parts = $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentEncoding.decode(parts[0], plusIsSpace: plusIsSpace)
            return (name, parts.count > 1 ? PercentEncoding.decode(parts[1], plusIsSpace: plusIsSpace) : "")
        }
    }

    /// The first value of a parameter.
    package subscript(name: String) -> String? { parameters.first { Self.isName(name, $0.name) }?.value }

    /// All values of a parameter, in their order.
    package func all(_ name: String) -> [String] {
        parameters.filter { Self.isName(name, $0.name) }.map(\.value)
    }

    /// Compares byte by byte: comparing hostile Unicode as text takes quadratic time.
    private static func isName(_ wanted: String, _ name: String) -> Bool { wanted.utf8.elementsEqual(name.utf8) }
}

/// Percent-encoding (RFC 3986 section 2.1).
package enum PercentEncoding {
    /// Decodes text; a `%` that starts no encoded byte stays as it is.
    package static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || (plusIsSpace && $0 == UInt8(ascii: "+")) })
        else { return String(text) }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
                let low = hexValue(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(plusIsSpace && bytes[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Encodes everything but letters, digits and `-._~/`.
    package static func encode(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return encoded
    }

    private static func hexValue(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): letter - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
