extension Timestamp {
    /// The moment as RFC 3339 has it, with milliseconds, such as `2026-01-02T03:04:05.678Z`; one before 1970 counts as
    /// 1970, and years after 9999 have six digits.
    ///
    /// Written digit by digit: a page of a list has hundreds of moments.
    package var internetText: String {
        let (whole, rest) = max(0, microseconds).quotientAndRemainder(dividingBy: 1_000_000)
        let (days, second) = whole.quotientAndRemainder(dividingBy: 86_400)
        let date = CivilDate(daysSince1970: days)
        return String(unsafeUninitializedCapacity: 32) { buffer in
            var length = 0
            func append(_ value: Int64, digits: Int, _ end: UInt8) {
                var value = value
                for place in stride(from: length + digits - 1, through: length, by: -1) {
                    buffer[place] = UInt8(ascii: "0") + UInt8(value % 10)
                    value /= 10
                }
                buffer[length + digits] = end
                length += digits + 1
            }
            append(date.year, digits: date.year > 9999 ? 6 : 4, UInt8(ascii: "-"))
            append(date.month, digits: 2, UInt8(ascii: "-"))
            append(date.day, digits: 2, UInt8(ascii: "T"))
            append(second / 3600, digits: 2, UInt8(ascii: ":"))
            append(second / 60 % 60, digits: 2, UInt8(ascii: ":"))
            append(second % 60, digits: 2, UInt8(ascii: "."))
            append(rest / 1000, digits: 3, UInt8(ascii: "Z"))
            return length
        }
    }
}
