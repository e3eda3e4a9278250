extension JSONReader {
    /// Reads a string; the position is at its opening quote.
    mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        skipPlain()
        if current == UInt8(ascii: "\"") { return try text(of: bytes[start..<position], from: start) }
        return try escapedString(from: start)
    }

    /// Reads the rest of a string that has an escape, and so has to be copied.
    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var resolved = Array(bytes[start..<position])
        while true {
            switch current {
            case UInt8(ascii: "\""): return try text(of: resolved[...], from: start)
            case UInt8(ascii: "\\"): try appendEscape(to: &resolved)
            default: throw failure("control character in a string")
            }
            let plain = position
            skipPlain()
            resolved.append(contentsOf: bytes[plain..<position])
        }
    }

    private mutating func text(of utf8: ArraySlice<UInt8>, from start: Int) throws(JSONError) -> String {
        guard let text = String(validating: utf8, as: UTF8.self) else {
            throw JSONError(reason: "invalid UTF-8 in a string", offset: start)
        }
        if StreamSafeText.concerns(utf8), !StreamSafeText.isSatisfied(by: text) {
            throw JSONError(reason: "too many combining characters in a row", offset: start)
        }
        position += 1
        return text
    }

    private mutating func skipPlain() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
            position += 1
        }
    }

    private mutating func appendEscape(to resolved: inout [UInt8]) throws(JSONError) {
        position += 1
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): resolved.append(current)
        case UInt8(ascii: "b"): resolved.append(0x08)
        case UInt8(ascii: "f"): resolved.append(0x0C)
        case UInt8(ascii: "n"): resolved.append(0x0A)
        case UInt8(ascii: "r"): resolved.append(0x0D)
        case UInt8(ascii: "t"): resolved.append(0x09)
        case UInt8(ascii: "u"):
            resolved.append(contentsOf: UTF8.encode(try scalar()) ?? UTF8.encodedReplacementCharacter)
            return
        default: throw failure("unknown escape")
        }
        position += 1
    }

    /// Reads `uXXXX`, or `uXXXX\uXXXX` for a character beyond the basic plane.
    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let start = position
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        if UTF16.isLeadSurrogate(first), current == UInt8(ascii: "\\") {
            position += 1
            guard current == UInt8(ascii: "u") else { throw failure("half of a surrogate pair") }
            let second = try codeUnit()
            if UTF16.isTrailSurrogate(second),
                let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
            {
                return scalar
            }
        }
        throw JSONError(reason: "half of a surrogate pair", offset: start)
    }

    /// Reads the four hexadecimal letters after a `u`, at which the position is.
    private mutating func codeUnit() throws(JSONError) -> UInt16 {
        var value: UInt16 = 0
        position += 1
        for _ in 0..<4 {
            guard let digit = current.hexValue else { throw failure("malformed escape") }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }
}
