/// Unpacks a gzip stream (RFC 1952) of deflated data (RFC 1951), handing it on piece by piece.
///
/// It keeps 32 KiB behind what it hands on, whatever the stream says. Checksums are not compared: a layer's digest was.
struct Inflater {
    private static let window = 32 << 10
    private static let piece = 64 << 10
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577,
    ]
    private static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    private static let codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private var input: BitReader
    private var output: [UInt8] = []
    /// How much of `output` was handed on already.
    private var sent = 0
    private var total = 0
    private let limit: Int

    /// Reads the header of a gzip stream that unpacks to at most `limit` bytes.
    init(_ bytes: [UInt8], limit: Int) throws(ArchiveError) {
        input = BitReader(bytes, from: try Self.headerLength(bytes))
        self.limit = limit
        output.reserveCapacity(Self.window + Self.piece + 258)
    }

    /// Unpacks everything, or until `take` answers false.
    mutating func run(_ take: (ArraySlice<UInt8>) throws(ArchiveError) -> Bool) throws(ArchiveError) {
        var isLast = false
        while !isLast {
            isLast = try input.take(1) == 1
            let goesOn =
                switch try input.take(2) {
                case 0: try stored(take)
                case 1: try compressed(Self.fixedLiterals, Self.fixedDistances, take)
                case 2: try dynamic(take)
                default: throw ArchiveError.malformedCompression
                }
            guard goesOn else { return }
        }
        _ = try flush(take, all: true)
    }

    private mutating func stored(_ take: (ArraySlice<UInt8>) throws(ArchiveError) -> Bool) throws(ArchiveError) -> Bool
    {
        try input.alignToByte()
        let length = try input.take(16)
        guard try input.take(16) == length ^ 0xFFFF else { throw .malformedCompression }
        output.append(contentsOf: try input.takeBytes(length))
        return try flush(take, all: false)
    }

    private mutating func dynamic(_ take: (ArraySlice<UInt8>) throws(ArchiveError) -> Bool) throws(ArchiveError) -> Bool
    {
        let literals = try input.take(5) + 257
        let distances = try input.take(5) + 1
        let codes = try input.take(4) + 4
        guard literals <= 286, distances <= 30 else { throw .malformedCompression }
        var codeLengths = [UInt8](repeating: 0, count: 19)
        for index in 0..<codes { codeLengths[Self.codeLengthOrder[index]] = UInt8(try input.take(3)) }
        guard let lengthTable = HuffmanTable(lengths: codeLengths) else { throw .malformedCompression }
        let lengths = try readLengths(lengthTable, count: literals + distances)
        guard lengths[256] != 0, let literalTable = HuffmanTable(lengths: lengths[..<literals]),
            let distanceTable = HuffmanTable(lengths: lengths[literals...])
        else { throw .malformedCompression }
        return try compressed(literalTable, distanceTable, take)
    }

    private mutating func readLengths(_ table: HuffmanTable, count: Int) throws(ArchiveError) -> [UInt8] {
        var lengths: [UInt8] = []
        while lengths.count < count {
            let symbol = try input.symbol(table)
            if symbol < 16 {
                lengths.append(UInt8(symbol))
                continue
            }
            var repeated: UInt8 = 0
            if symbol == 16 {
                guard let last = lengths.last else { throw .malformedCompression }
                repeated = last
            }
            let times =
                switch symbol {
                case 16: 3 + (try input.take(2))
                case 17: 3 + (try input.take(3))
                default: 11 + (try input.take(7))
                }
            guard lengths.count + times <= count else { throw .malformedCompression }
            lengths.append(contentsOf: repeatElement(repeated, count: times))
        }
        return lengths
    }

    private mutating func compressed(
        _ literals: HuffmanTable, _ distances: HuffmanTable,
        _ take: (ArraySlice<UInt8>) throws(ArchiveError) -> Bool
    ) throws(ArchiveError) -> Bool {
        while true {
            let symbol = try input.symbol(literals)
            if symbol < 256 {
                output.append(UInt8(symbol))
            } else if symbol == 256 {
                return true
            } else {
                try copy(lengthSymbol: symbol - 257, distances)
            }
            if output.count >= Self.window + Self.piece, try !flush(take, all: false) { return false }
        }
    }

    private mutating func copy(lengthSymbol: Int, _ distances: HuffmanTable) throws(ArchiveError) {
        guard lengthSymbol < Self.lengthBases.count else { throw .malformedCompression }
        let length = Self.lengthBases[lengthSymbol] + (try input.take(Self.lengthBits[lengthSymbol]))
        let symbol = try input.symbol(distances)
        guard symbol < Self.distanceBases.count else { throw .malformedCompression }
        let distance = Self.distanceBases[symbol] + (try input.take(Self.distanceBits[symbol]))
        guard distance <= output.count else { throw .malformedCompression }
        for _ in 0..<length { output.append(output[output.count - distance]) }
    }

    /// Hands on what is new, and forgets what no later code can refer to; false: nobody wants more.
    private mutating func flush(
        _ take: (ArraySlice<UInt8>) throws(ArchiveError) -> Bool, all: Bool
    ) throws(ArchiveError) -> Bool {
        guard all || output.count >= Self.window + Self.piece else { return true }
        total += output.count - sent
        guard total <= limit else { throw .tooLarge }
        let goesOn = try take(output[sent...])
        output.removeFirst(max(0, output.count - Self.window))
        sent = output.count
        return goesOn
    }

    private static let fixedLiterals = table(
        [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
            + [UInt8](repeating: 8, count: 8))
    private static let fixedDistances = table([UInt8](repeating: 5, count: 32))

    private static func table(_ lengths: [UInt8]) -> HuffmanTable {
        guard let table = HuffmanTable(lengths: lengths) else { preconditionFailure("the format's own code is none") }
        return table
    }

    /// The length of a gzip header with all that may be in it.
    private static func headerLength(_ bytes: [UInt8]) throws(ArchiveError) -> Int {
        guard bytes.count >= 18, bytes[0] == 0x1F, bytes[1] == 0x8B, bytes[2] == 8, bytes[3] & 0xE0 == 0 else {
            throw .malformedCompression
        }
        let flags = bytes[3]
        var position = 10
        if flags & 4 != 0 { position += 2 + Int(bytes[10]) + Int(bytes[11]) << 8 }
        for flag: UInt8 in [8, 16] where flags & flag != 0 {
            guard position < bytes.count, let end = bytes[position...].firstIndex(of: 0) else {
                throw .malformedCompression
            }
            position = end + 1
        }
        if flags & 2 != 0 { position += 2 }
        guard position < bytes.count else { throw .malformedCompression }
        return position
    }
}
