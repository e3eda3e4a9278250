import Testing
import Time

@Suite struct TimestampTextTests {
    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000Z"), (951_782_400_000_000, "2000-02-29T00:00:00.000Z"),
        (951_868_799_999_999, "2000-02-29T23:59:59.999Z"), (4_107_542_400_000_000, "2100-03-01T00:00:00.000Z"),
        (1_767_323_045_678_000, "2026-01-02T03:04:05.678Z"), (253_402_300_799_000_000, "9999-12-31T23:59:59.000Z"),
        // Beyond four digits, and a clock that was never set.
        (253_402_300_800_000_000, "010000-01-01T00:00:00.000Z"), (-1, "1970-01-01T00:00:00.000Z"),
    ])
    func isWrittenAsRFC3339HasIt(_ microseconds: Int64, _ text: String) {
        #expect(Timestamp(microseconds: microseconds).internetText == text)
    }
}
