/// Reads numbers, the lowest byte first, from bytes that may end too early.
struct LittleEndianReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func bytes(_ count: Int) -> [UInt8]? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer? {
        bytes(Integer.bitWidth / 8)?.reversed().reduce(0) { value, byte in
            // A byte has no 8 bits left to be shifted by.
            Integer.bitWidth == 8 ? Integer(byte) : value << 8 | Integer(byte)
        }
    }

    mutating func integers<Integer: FixedWidthInteger>(_ type: Integer.Type, count: Int) -> [Integer]? {
        var integers: [Integer] = []
        for _ in 0..<count {
            guard let next = integer(type) else { return nil }
            integers.append(next)
        }
        return integers
    }
}

extension [UInt8] {
    /// Appends a number, the lowest byte first.
    mutating func append(littleEndian integer: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: integer.littleEndian) { append(contentsOf: $0) }
    }
}
