/// Damages documents in the ways in which clients and attackers do.
enum Mutation {
    /// Fragments that readers of JSON have stumbled over.
    private static let fragments: [[UInt8]] = [
        Array(#"\ud800"#.utf8), Array(#"\udc00\ud800"#.utf8), Array(#"\ud83d\ude00"#.utf8), Array(#"\u0000"#.utf8),
        Array("9223372036854775807".utf8), Array("-9223372036854775809".utf8), Array("1e999999".utf8),
        Array("-0".utf8), Array("0.0".utf8), Array(#""a":1,"a":2,"#.utf8), Array(#""Layers":[],"#.utf8),
        Array("null".utf8), Array("{}".utf8), Array("[]".utf8), Array("\"\"".utf8),
        Array(String(repeating: "[", count: 40).utf8),
        Array(String(repeating: #"{"a":"#, count: 40).utf8), Array("sha512:".utf8), Array("nondistributable".utf8),
        [0xC0, 0x80], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xFF], [0],
        [0xCC, 0x81], [0xE2, 0x84, 0xAA], [0xC5, 0xBF],
    ]

    /// The bytes with one to four changes.
    static func mutated(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0...generator.index(below: 4) { change(&bytes, using: &generator) }
        return bytes
    }

    private static func change(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        let place = generator.index(below: bytes.count + 1)
        let other = generator.index(below: bytes.count + 1)
        let range = min(place, other)..<max(place, other)
        switch generator.index(below: 7) {
        case 0: bytes.insert(contentsOf: fragments[generator.index(below: fragments.count)], at: place)
        case 1: bytes.removeSubrange(range.prefix(1 + generator.index(below: 16)))
        case 2: bytes.insert(contentsOf: bytes[range.prefix(200)], at: place)
        case 3 where place < bytes.count: bytes[place] ^= 1 << UInt8(generator.index(below: 8))
        case 4 where place < bytes.count: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 5: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: place)
        case 6: bytes.replaceSubrange(range.prefix(12), with: fragments[generator.index(below: fragments.count)])
        default: bytes.removeLast(min(bytes.count, generator.index(below: 8)))
        }
    }
}
