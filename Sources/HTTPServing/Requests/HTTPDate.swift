import Glibc
import Synchronization

/// Dates in the form of HTTP headers.
package enum HTTPDate {
    /// Writes seconds since 1970 UTC as an IMF-fixdate (RFC 9110 section 5.6.7), such as
    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    package static func text(secondsSince1970: Int) -> String {
        let days = secondsSince1970 / 86_400
        let second = secondsSince1970 % 86_400
        let (year, month, day) = civil(daysSince1970: days)
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][days % 7]
        let monthName = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ][month - 1]
        let clock = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        return "\(weekday), \(twoDigits(day)) \(monthName) \(year) \(clock) GMT"
    }

    /// Writes seconds since 1970 UTC in the Internet's date format (RFC 3339), such as `1994-11-06T08:49:37Z`.
    package static func internet(secondsSince1970: Int) -> String {
        let days = secondsSince1970 / 86_400
        let second = secondsSince1970 % 86_400
        let (year, month, day) = civil(daysSince1970: days)
        let clock = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))T\(clock)Z"
    }

    /// Year, month and day of a day count (Howard Hinnant's algorithm, proleptic Gregorian calendar).
    package static func civil(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = daysSince1970 + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

/// The current time as a `Date` header, formatted once a second.
final class DateHeader: Sendable {
    private let cached = Mutex((second: 0, text: ""))

    var current: String {
        let now = time(nil)
        return cached.withLock { cached in
            if cached.second != now { cached = (now, HTTPDate.text(secondsSince1970: now)) }
            return cached.text
        }
    }
}
