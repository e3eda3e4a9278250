import Glibc
import Time

/// The time, in microseconds since 1970 UTC.
package func currentMicroseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
}

/// Points in time as text.
enum LogTime {
    /// A time given in microseconds since 1970, as `YYYY-MM-DDThh:mm:ss.ffffffZ` (RFC 3339), for the years 0 to 9999.
    static func text(_ microseconds: Int64) -> [UInt8] {
        let (day, time) = floored(microseconds, by: 86_400_000_000)
        let date = CivilDate(daysSince1970: day)
        let seconds = time / 1_000_000
        var text = Array("0000-00-00T00:00:00.000000Z".utf8)
        write(date.year, to: &text, at: 0..<4)
        write(date.month, to: &text, at: 5..<7)
        write(date.day, to: &text, at: 8..<10)
        write(seconds / 3600, to: &text, at: 11..<13)
        write(seconds / 60 % 60, to: &text, at: 14..<16)
        write(seconds % 60, to: &text, at: 17..<19)
        write(time % 1_000_000, to: &text, at: 20..<26)
        return text
    }

    private static func floored(_ number: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    /// Writes the last decimal digits of a number, as many as there is room for.
    private static func write(_ number: Int64, to text: inout [UInt8], at places: Range<Int>) {
        var rest = number
        for place in places.reversed() {
            text[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }
}
