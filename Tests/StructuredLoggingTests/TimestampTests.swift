import Glibc
import Logging
import StructuredLogging
import Testing

@Suite struct TimestampTests {
    /// Microseconds since 1970 and their text; checked against `date -u -d @SECONDS`.
    static let times: [(microseconds: Int64, text: String)] = [
        (0, "1970-01-01T00:00:00.000000Z"),
        (1, "1970-01-01T00:00:00.000001Z"),
        (999_999, "1970-01-01T00:00:00.999999Z"),
        (86_399_999_999, "1970-01-01T23:59:59.999999Z"),
        (86_400_000_000, "1970-01-02T00:00:00.000000Z"),
        // Before 1970.
        (-1, "1969-12-31T23:59:59.999999Z"),
        (-86_400_000_001, "1969-12-30T23:59:59.999999Z"),
        // The leap days of a year that 4, of one that 400, and of none that 100 divides.
        (1_709_164_800_000_000, "2024-02-29T00:00:00.000000Z"),
        (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
        (951_868_800_000_000, "2000-03-01T00:00:00.000000Z"),
        (4_107_456_000_000_000, "2100-02-28T00:00:00.000000Z"),
        (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
        // Where 32 bits end.
        (2_147_483_648_000_000, "2038-01-19T03:14:08.000000Z"),
        (1_767_225_599_000_000, "2025-12-31T23:59:59.000000Z"),
        (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
        (-62_167_219_200_000_000, "0000-01-01T00:00:00.000000Z"),
    ]

    @Test(arguments: times)
    func timesAreWritten(_ example: (microseconds: Int64, text: String)) throws {
        #expect(try written(at: example.microseconds) == example.text)
    }

    @Test func everyDayOfEightHundredYearsAgreesWithTheCLibrary() throws {
        for day in stride(from: Int64(-146_097), to: 146_097, by: 37) {
            var seconds = time_t(day * 86_400 + 45_296)
            var parts = tm()
            gmtime_r(&seconds, &parts)
            var buffer = [CChar](repeating: 0, count: 64)
            strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%S.000007Z", &parts)
            let expected = buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
            #expect(try written(at: Int64(seconds) * 1_000_000 + 7) == expected)
        }
    }

    @Test func theClockTellsMicroseconds() {
        let before = Int64(time(nil))
        let seconds = currentMicroseconds() / 1_000_000
        let after = Int64(time(nil))
        #expect((before - 1...after + 1).contains(seconds))
    }

    private func written(at microseconds: Int64) throws -> String {
        let probe = try LogProbe()
        let logger = probe.logger(.text, at: microseconds)
        logger.info("m")
        return String(probe.read().prefix { $0 != " " })
    }
}
