import Glibc

/// The time, in microseconds since 1970 UTC.
package func currentMicroseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
}

/// Points in time as text.
enum Timestamp {
    /// A time given in microseconds since 1970, as `YYYY-MM-DDThh:mm:ss.ffffffZ` (RFC 3339), for the years 0 to 9999.
    static func text(_ microseconds: Int64) -> String {
        let (day, time) = floored(microseconds, by: 86_400_000_000)
        let date = date(ofDay: day)
        let seconds = time / 1_000_000
        let parts = [
            digits(date.year, 4), "-", digits(date.month, 2), "-", digits(date.day, 2), "T", digits(seconds / 3600, 2),
            ":", digits(seconds / 60 % 60, 2), ":", digits(seconds % 60, 2), ".", digits(time % 1_000_000, 6), "Z",
        ]
        return parts.joined()
    }

    /// The date of a day counted from 1970-01-01, in the Gregorian calendar.
    ///
    /// Counts in eras of 400 years and in years that begin with March, so that the leap day is the last of its year.
    private static func date(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = floored(day + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func floored(_ number: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func digits(_ number: Int64, _ count: Int) -> String {
        let text = number.description
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}
