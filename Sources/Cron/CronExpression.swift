package import Time

/// A schedule in six fields, as Harbor writes them: second, minute, hour, day of month, month, day of week; in UTC.
///
/// If both fields for days restrict, a day counts that either allows; as in every cron.
package struct CronExpression: Hashable, Sendable {
    /// As it was written.
    package let text: String
    private let second, minute, hour, dayOfMonth, month, dayOfWeek: CronField

    /// Most bytes of an expression.
    package static let maximumLength = 255

    /// Reads an expression; throws `CronError`.
    package init(_ text: String) throws(CronError) {
        guard text.utf8.count <= Self.maximumLength else {
            throw CronError(field: nil, reason: "has more than \(Self.maximumLength) bytes")
        }
        let fields = text.split(separator: " ")
        guard fields.count == 6 else {
            throw CronError(
                field: nil,
                reason:
                    "has \(fields.count) fields instead of six: second, minute, hour, day of month, month, day of week")
        }
        self.text = text
        second = try CronField(fields[0], .second)
        minute = try CronField(fields[1], .minute)
        hour = try CronField(fields[2], .hour)
        dayOfMonth = try CronField(fields[3], .dayOfMonth)
        month = try CronField(fields[4], .month)
        dayOfWeek = try CronField(fields[5], .dayOfWeek)
    }

    /// Reads an expression by which work is to begin: it fires at some time, and at most once a minute. Throws
    /// `CronError`.
    package init(forWork text: String) throws(CronError) {
        try self.init(text)
        if firesWithinMinutes {
            throw CronError(field: .second, reason: "must be one number: nothing is done more than once a minute")
        }
        if !canFire {
            throw CronError(field: nil, reason: "never fires: none of its months has one of its days of month")
        }
    }

    /// Whether it fires in more than one second of a minute.
    private var firesWithinMinutes: Bool {
        guard let first = second.next(from: 0) else { return false }
        return second.next(from: first + 1) != nil
    }

    /// Whether there is any day on which it fires: 30 February is none.
    private var canFire: Bool { next(after: Timestamp(microseconds: 0)) != nil }

    /// The first moment after `moment` at which it fires; nil if there is none within eight years (30 February).
    package func next(after moment: Timestamp) -> Timestamp? {
        let start = moment.seconds + 1
        var day = start >= 0 ? start / 86_400 : (start - 86_399) / 86_400
        let lastDay = day + 8 * 366
        var earliest = start - day * 86_400
        while day <= lastDay {
            if allows(day: day), let seconds = timeOfDay(from: earliest) {
                return Timestamp(microseconds: (day * 86_400 + seconds) * 1_000_000)
            }
            day += 1
            earliest = 0
        }
        return nil
    }

    private func allows(day: Int64) -> Bool {
        let date = CivilDate(daysSince1970: day)
        guard month.allows(date.month) else { return false }
        // 1970-01-01 was a Thursday.
        let weekday = ((day + 4) % 7 + 7) % 7
        let (byMonth, byWeek) = (dayOfMonth.allows(date.day), dayOfWeek.allows(weekday))
        return dayOfMonth.isAny || dayOfWeek.isAny ? byMonth && byWeek : byMonth || byWeek
    }

    /// The first allowed second of a day that is `earliest` or later.
    private func timeOfDay(from earliest: Int64) -> Int64? {
        var (currentHour, currentMinute, currentSecond) = (earliest / 3600, earliest / 60 % 60, earliest % 60)
        while let nextHour = hour.next(from: currentHour), nextHour < 24 {
            if nextHour > currentHour { (currentMinute, currentSecond) = (0, 0) }
            while let nextMinute = minute.next(from: currentMinute) {
                if nextMinute > currentMinute { currentSecond = 0 }
                if let found = second.next(from: currentSecond) { return nextHour * 3600 + nextMinute * 60 + found }
                (currentMinute, currentSecond) = (nextMinute + 1, 0)
            }
            (currentHour, currentMinute, currentSecond) = (nextHour + 1, 0, 0)
        }
        return nil
    }
}
