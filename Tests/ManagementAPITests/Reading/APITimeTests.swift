import ManagementAPI
import Testing
import Time

@Suite struct APITimeTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"),
        (1_767_323_045_678_999, "2026-01-02T03:04:05.678Z"),
        (951_782_400_001_000, "2000-02-29T00:00:00.001Z"),
        (253_402_300_799_999_999, "9999-12-31T23:59:59.999Z"),
        (253_402_300_800_000_000, "010000-01-01T00:00:00.000Z"),
        // A clock that was never set.
        (-1, "1970-01-01T00:00:00.000Z"),
    ])
    func milliseconds(microseconds: Int64, text: String) {
        #expect(APITime.text(Timestamp(microseconds: microseconds)) == text)
    }
}
