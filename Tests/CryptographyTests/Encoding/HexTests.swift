import Cryptography
import Testing

@Suite struct HexTests {
    static let pairs: [(bytes: [UInt8], text: String)] = [
        ([], ""),
        ([0], "00"),
        ([0x0F, 0xF0], "0ff0"),
        ([0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF], "0123456789abcdef"),
    ]

    @Test(arguments: pairs)
    func bytesAndLettersAreTheSame(_ bytes: [UInt8], _ text: String) {
        #expect(Hex.encode(bytes) == text)
        #expect(Hex.decode(text) == bytes)
        #expect(Hex.decode(text.uppercased()) == bytes)
    }

    @Test func everyByteComesBack() {
        let bytes = Array(UInt8.min...UInt8.max)
        #expect(Hex.decode(Hex.encode(bytes)) == bytes)
    }

    @Test(arguments: ["0", "000", "0g", "g0", " 00", "0x00", "+0", "é", "00\n", "\u{FF10}\u{FF10}"])
    func otherTextsAreRefused(_ text: String) {
        #expect(Hex.decode(text) == nil)
    }
}
