import Cryptography
import Testing

@Suite struct ConstantTimeComparisonTests {
    static let pairs: [(left: [UInt8], right: [UInt8], isEqual: Bool, reason: String)] = [
        ([], [], true, "nothing"),
        ([1, 2, 3], [1, 2, 3], true, "the same"),
        ([0, 2, 3], [1, 2, 3], false, "the first byte"),
        ([1, 2, 3], [1, 2, 0x83], false, "the last byte's highest bit"),
        ([1, 2, 3], [1, 2], false, "shorter"),
        ([], [0], false, "nothing and a zero"),
    ]

    @Test(arguments: pairs)
    func everyDifferenceCounts(_ left: [UInt8], _ right: [UInt8], _ isEqual: Bool, _ reason: String) {
        #expect(constantTimeEqual(left, right) == isEqual, "\(reason)")
        #expect(constantTimeEqual(right, left) == isEqual, "\(reason)")
    }

    @Test func textsAreComparedByTheirBytes() {
        #expect(constantTimeEqual("sécret", "s\u{E9}cret"))
        #expect(!constantTimeEqual("sécret", "se\u{301}cret"), "equal strings with other bytes")
        #expect(!constantTimeEqual("a", "b"))
    }
}
