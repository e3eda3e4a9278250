/// Reads a byte string bit by bit, the lowest bit of each byte first (RFC 1951 section 3.1.1).
struct BitReader {
    private let bytes: [UInt8]
    private var position: Int
    private var bits: UInt64 = 0
    private var available = 0

    init(_ bytes: [UInt8], from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// Loads bits until there are 48 or the input ends.
    private mutating func fill() {
        while available <= 48, position < bytes.count {
            bits |= UInt64(bytes[position]) << UInt64(available)
            position += 1
            available += 8
        }
    }

    /// The next bits as a number, at most 16 of them.
    mutating func take(_ count: Int) throws(ArchiveError) -> Int {
        if available < count { fill() }
        guard available >= count else { throw .malformedCompression }
        let value = Int(bits & (1 << UInt64(count) - 1))
        bits >>= UInt64(count)
        available -= count
        return value
    }

    /// The symbol whose code comes next.
    mutating func symbol(_ table: HuffmanTable) throws(ArchiveError) -> Int {
        if available < 16 { fill() }
        let entry = Int(table.lookup[Int(bits & (1 << UInt64(HuffmanTable.lookupBits) - 1))])
        let length = entry & 15
        if length > 0 {
            guard length <= available else { throw .malformedCompression }
            bits >>= UInt64(length)
            available -= length
            return entry >> 4
        }
        return try longSymbol(table)
    }

    /// Compares the code bit by bit with the first code of each length.
    private mutating func longSymbol(_ table: HuffmanTable) throws(ArchiveError) -> Int {
        var (code, first, index) = (0, 0, 0)
        for length in 1..<table.counts.count {
            code |= try take(1)
            let count = table.counts[length]
            if code - first < count { return Int(table.symbols[index + code - first]) }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        throw .malformedCompression
    }

    /// Gives the rest of the current byte up, then takes whole bytes.
    mutating func takeBytes(_ count: Int) throws(ArchiveError) -> ArraySlice<UInt8> {
        let whole = available / 8
        position -= whole
        bits = 0
        available = 0
        guard count <= bytes.count - position else { throw .malformedCompression }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// Gives the rest of the current byte up.
    mutating func alignToByte() throws(ArchiveError) { _ = try takeBytes(0) }
}
