/// The letters of one of the base 64 encodings, and the way from bytes to them and back (RFC 4648).
struct Base64Alphabet: Sendable {
    /// With `+` and `/` (section 4).
    static let standard = Base64Alphabet(last: "+/")
    /// With `-` and `_` (section 5).
    static let urlSafe = Base64Alphabet(last: "-_")

    private let letters: [UInt8]
    private let values: [UInt8]

    private static let noValue: UInt8 = 0xFF

    private init(last: String) {
        letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8) + Array(last.utf8)
        var values = [UInt8](repeating: Self.noValue, count: 256)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        self.values = values
    }

    /// The letters for the bytes, without padding.
    func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.underestimatedCount * 4 / 3 + 3)
        var bits: UInt32 = 0
        var bitCount = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            bitCount += 8
            while bitCount >= 6 {
                bitCount -= 6
                text.append(letters[Int(bits >> UInt32(bitCount) & 0x3F)])
            }
        }
        if bitCount > 0 { text.append(letters[Int(bits << UInt32(6 - bitCount) & 0x3F)]) }
        return text
    }

    /// The bytes for letters without padding; nil for any other text, and for one that has several spellings because
    /// bits beyond its last byte are set.
    func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var bits: UInt32 = 0
        var bitCount = 0
        for letter in text {
            let value = values[Int(letter)]
            guard value != Self.noValue else { return nil }
            bits = bits << 6 | UInt32(value)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
            }
        }
        return bits & (1 << UInt32(bitCount) - 1) == 0 ? bytes : nil
    }
}
