import Glibc
import Synchronization
import Time

/// Dates in the form of HTTP headers.
package enum HTTPDate {
    /// Writes seconds since 1970 UTC as an IMF-fixdate (RFC 9110 section 5.6.7), such as
    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    package static func text(secondsSince1970: Int) -> String {
        let days = secondsSince1970 / 86_400
        let second = secondsSince1970 % 86_400
        let date = CivilDate(daysSince1970: Int64(days))
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][days % 7]
        let monthName = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ][Int(date.month) - 1]
        let clock = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        return "\(weekday), \(twoDigits(Int(date.day))) \(monthName) \(date.year) \(clock) GMT"
    }

    /// Writes seconds since 1970 UTC in the Internet's date format (RFC 3339), such as `1994-11-06T08:49:37Z`.
    package static func internet(secondsSince1970: Int) -> String {
        let days = secondsSince1970 / 86_400
        let second = secondsSince1970 % 86_400
        let date = CivilDate(daysSince1970: Int64(days))
        let clock = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        return "\(date.year)-\(twoDigits(Int(date.month)))-\(twoDigits(Int(date.day)))T\(clock)Z"
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

/// The current time as a `Date` header, formatted once a second.
final class DateHeader: Sendable {
    private let cached = Mutex((second: 0, text: ""))

    var current: String {
        let now = Glibc.time(nil)
        return cached.withLock { cached in
            if cached.second != now { cached = (now, HTTPDate.text(secondsSince1970: now)) }
            return cached.text
        }
    }
}
