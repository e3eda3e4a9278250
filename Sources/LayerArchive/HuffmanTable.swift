/// A canonical Huffman code (RFC 1951 section 3.2.2): short codes are looked up, long ones counted down.
struct HuffmanTable {
    /// Codes of at most so many bits are looked up.
    static let lookupBits = 10
    private static let maximumBits = 15

    /// By the next bits of the input: symbol and length, `symbol << 4 | length`; 0: the code is longer.
    private(set) var lookup = [UInt16](repeating: 0, count: 1 << lookupBits)
    /// How many codes there are of each length.
    private(set) var counts = [Int](repeating: 0, count: maximumBits + 1)
    /// The symbols in the order of their codes.
    private(set) var symbols: [UInt16] = []

    /// Makes the code in which symbol n has `lengths[n]` bits, 0 for none; nil if there can't be such a code.
    ///
    /// A code that leaves bit patterns unused is taken only if it has one symbol, as the format allows for distances.
    init?(lengths: some Collection<UInt8>) {
        for length in lengths { counts[Int(length)] += 1 }
        counts[0] = 0
        var left = 1
        for length in 1...Self.maximumBits {
            left = left << 1 - counts[length]
            guard left >= 0 else { return nil }
        }
        let used = counts.reduce(0, +)
        guard left == 0 || used <= 1 else { return nil }
        var offsets = [Int](repeating: 0, count: Self.maximumBits + 2)
        var firstCodes = [Int](repeating: 0, count: Self.maximumBits + 2)
        for length in 1...Self.maximumBits {
            offsets[length + 1] = offsets[length] + counts[length]
            firstCodes[length + 1] = (firstCodes[length] + counts[length]) << 1
        }
        symbols = [UInt16](repeating: 0, count: used)
        for (symbol, length) in lengths.enumerated() where length != 0 {
            let length = Int(length)
            symbols[offsets[length]] = UInt16(symbol)
            offsets[length] += 1
            fillLookup(symbol: symbol, code: firstCodes[length], length: length)
            firstCodes[length] += 1
        }
    }

    /// The input's bits come lowest first, codes highest first.
    private mutating func fillLookup(symbol: Int, code: Int, length: Int) {
        guard length <= Self.lookupBits else { return }
        var reversed = 0
        for bit in 0..<length where code >> bit & 1 == 1 { reversed |= 1 << (length - 1 - bit) }
        for index in stride(from: reversed, to: 1 << Self.lookupBits, by: 1 << length) {
            lookup[index] = UInt16(symbol << 4 | length)
        }
    }
}
