extension Timestamp {
    /// The moment as RFC 3339 has it, with milliseconds, such as `2026-01-02T03:04:05.678Z`; for years 1970 to 9999.
    package var internetText: String {
        let (second, rest) = max(0, microseconds).quotientAndRemainder(dividingBy: 1_000_000)
        let (day, time) = second.quotientAndRemainder(dividingBy: 86_400)
        let date = Self.date(daysSince1970: day)
        let clock = "\(Self.padded(time / 3600)):\(Self.padded(time / 60 % 60)):\(Self.padded(time % 60))"
        return "\(Self.padded(date.year, 4))-\(Self.padded(date.month))-\(Self.padded(date.day))T\(clock)."
            + "\(Self.padded(rest / 1000, 3))Z"
    }

    /// Howard Hinnant's algorithm, in the proleptic Gregorian calendar.
    private static func date(daysSince1970: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = daysSince1970 + 719_468
        let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func padded(_ number: Int64, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
