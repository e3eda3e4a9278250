/// The general grammar of digests, which also covers algorithms that are not supported here.
///
/// `algorithm ::= component (separator component)*`, `component ::= [a-z0-9]+`, `separator ::= [+._-]`,
/// `encoded ::= [a-zA-Z0-9=_-]+` (OCI image spec, descriptor.md, "Digests").
enum DigestGrammar {
    /// Whether the whole text is a digest of some algorithm.
    static func matches(_ text: String.UTF8View, colon: String.Index) -> Bool {
        let encoded = text[text.index(after: colon)...]
        return !encoded.isEmpty && encoded.allSatisfy(isEncoded) && isAlgorithm(text[..<colon])
    }

    /// Whether the byte is one of `0`–`9` and `a`–`f`.
    static func isLowerHex(_ byte: UInt8) -> Bool {
        byte.isDecimalDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    private static func isAlgorithm(_ text: Substring.UTF8View) -> Bool {
        var endsWithComponent = false
        for byte in text {
            if byte.isLowerAlphanumeric {
                endsWithComponent = true
            } else if endsWithComponent, isSeparator(byte) {
                endsWithComponent = false
            } else {
                return false
            }
        }
        return endsWithComponent
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func isEncoded(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: byte.isAlphanumeric
        }
    }
}
