/// Bytes as base 64 letters with padding (RFC 4648 section 4), as in the `Authorization` field (RFC 7617).
package enum Base64 {
    /// The letters for the bytes, filled up with `=` to a multiple of four.
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text = Base64Alphabet.standard.encode(bytes)
        while !text.count.isMultiple(of: 4) { text.append(UInt8(ascii: "=")) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes; nil for a text that ``encode(_:)`` doesn't give.
    package static func decode(_ text: String) -> [UInt8]? {
        let utf8 = Array(text.utf8)
        guard utf8.count.isMultiple(of: 4) else { return nil }
        let padding = utf8.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        return Base64Alphabet.standard.decode(utf8.dropLast(padding))
    }
}
