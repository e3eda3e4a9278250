/// Bytes as base 64 letters that are safe in URLs and file names, without padding (RFC 4648 section 5, RFC 7515
/// section 2).
package enum Base64URL {
    /// The letters for the bytes.
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: Base64Alphabet.urlSafe.encode(bytes), as: UTF8.self)
    }

    /// The bytes; nil for a text that ``encode(_:)`` doesn't give.
    package static func decode(_ text: String) -> [UInt8]? {
        Base64Alphabet.urlSafe.decode(Array(text.utf8)[...])
    }
}
