import Cron
import Testing
import Time

@Suite struct CronExpressionTests {
    /// Seconds since 1970 of a date and a time of day.
    private static func moment(_ year: Int64, _ month: Int64, _ day: Int64, _ time: Int64 = 0) -> Timestamp {
        Timestamp(
            microseconds: (CivilDate(year: year, month: month, day: day).daysSince1970 * 86_400 + time) * 1_000_000)
    }

    @Test(arguments: [
        ("0 0 * * * *", moment(2026, 1, 1, 3599), moment(2026, 1, 1, 3600), "each hour"),
        ("0 0 * * * *", moment(2026, 1, 1, 3600), moment(2026, 1, 1, 7200), "strictly later"),
        ("0 0 0 * * *", moment(2026, 12, 31, 1), moment(2027, 1, 1), "over the year's end"),
        ("0 0 0 * * 0", moment(2026, 1, 1), moment(2026, 1, 4), "the next Sunday"),
        ("0 0 0 * * MON-fri", moment(2026, 1, 2, 1), moment(2026, 1, 5), "words in any case"),
        ("0 0 0 31 * *", moment(2026, 1, 31), moment(2026, 3, 31), "a month without the day is passed over"),
        ("0 0 0 29 2 *", moment(2026, 1, 1), moment(2028, 2, 29), "leap years"),
        ("0 0 0 29 FEB ?", moment(2096, 3, 1), moment(2104, 2, 29), "the century without one"),
        ("0 0 0 13 * 5", moment(2026, 1, 1), moment(2026, 1, 2), "either field of days, if both restrict"),
        ("0 */15 * * * *", moment(2026, 1, 1, 61), moment(2026, 1, 1, 900), "steps"),
        (
            "0 10-40/10 8 * * *", moment(2026, 1, 1, 8 * 3600 + 2400), moment(2026, 1, 2, 8 * 3600 + 600),
            "steps of a range"
        ),
        ("0 50/3 23 * * *", moment(2026, 1, 1, 86_399), moment(2026, 1, 2, 23 * 3600 + 3000), "steps to the end"),
        ("10,30 59 23 31 12 *", moment(2026, 12, 31, 86_370), moment(2027, 12, 31, 86_350), "a list"),
        ("* * * * * *", moment(1969, 12, 31, 86_399), moment(1970, 1, 1), "before 1970"),
    ])
    func nextFiring(_ text: String, _ after: Timestamp, _ expected: Timestamp, _ reason: String) throws {
        #expect(try CronExpression(text).next(after: after) == expected, "\(reason)")
    }

    @Test func neverFires() throws {
        #expect(try CronExpression("0 0 0 30 2 *").next(after: Timestamp(microseconds: 0)) == nil)
    }

    @Test(
        arguments: [
            ("0 0 0 30 2 *", nil, "never fires"), ("0 0 0 31 4,6 *", nil, "never fires"),
            ("* * * * * *", .second, "once a minute"), ("0,30 0 * * * *", .second, "once a minute"),
            ("0 0 0 1 13 *", .month, "13"),
        ] as [(String, CronField.Name?, String)])
    func noWorkBeginsSo(_ text: String, _ field: CronField.Name?, _ reason: String) {
        #expect("\(text)") { try CronExpression(forWork: text) } throws: { error in
            (error as? CronError)?.field == field && "\(error)".contains(reason)
        }
    }

    @Test(arguments: ["0 0 0 29 2 *", "0 0 0 30 2 1", "59 * * * * *"])
    func workBeginsSo(_ text: String) throws {
        #expect(try CronExpression(forWork: text).next(after: Self.moment(2026, 1, 1)) != nil)
    }

    @Test(
        arguments: [
            ("", nil, "no fields"),
            ("* * * * *", nil, "five fields, as other crons have"),
            ("@daily * * * * *", CronField.Name.second, "no descriptors"),
            ("60 * * * * *", .second, "too large"),
            ("* 5-1 * * * *", .minute, "the wrong way round"),
            ("* * */0 * * *", .hour, "a step of zero"),
            ("* * * 0 * *", .dayOfMonth, "days begin with 1"),
            ("* * * * foo *", .month, "no month"),
            ("* * * * * 7", .dayOfWeek, "Sunday is 0"),
            ("* 1,,2 * * * *", .minute, "an empty element"),
            ("* -1 * * * *", .minute, "a sign"),
            ("* 1-2-3 * * * *", .minute, "three ends"),
            ("* * 1/2/3 * * *", .hour, "two steps"),
            ("* * 99999999999999999999 * * *", .hour, "beyond numbers"),
        ] as [(String, CronField.Name?, String)])
    func refused(_ text: String, _ field: CronField.Name?, _ reason: String) {
        #expect("\(reason)") { try CronExpression(text) } throws: { ($0 as? CronError)?.field == field }
    }

    @Test func agreesWithCountingSeconds() throws {
        let expressions = ["*/7 */13 */5 * * *", "0 30 2 1,15 * 3", "59 59 23 * */2 *", "0 0 12 28-31 * *"]
        for text in expressions {
            let expression = try CronExpression(text)
            var moment = Self.moment(2027, 12, 30, 4321)
            for _ in 0..<50 {
                let next = try #require(expression.next(after: moment))
                #expect(next > moment)
                // Nothing between two firings is a firing: asking from any moment between gives the same one.
                for share in 1..<5 {
                    let between = moment.microseconds + (next.microseconds - moment.microseconds) * Int64(share) / 5
                    #expect(expression.next(after: Timestamp(microseconds: between)) == next, "\(text)")
                }
                moment = next
            }
        }
    }
}
