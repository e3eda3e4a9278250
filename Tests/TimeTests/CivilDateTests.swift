import Testing
import Time

@Suite struct CivilDateTests {
    @Test(
        arguments: [
            (0, 1970, 1, 1), (-1, 1969, 12, 31), (11_016, 2000, 2, 29), (11_017, 2000, 3, 1),
            // 1900 had no leap day, and the algorithm's era begins with 1 March of the year 0.
            (-25_508, 1900, 3, 1), (-25_509, 1900, 2, 28), (-719_468, 0, 3, 1), (-719_469, 0, 2, 29),
            (2_932_896, 9999, 12, 31),
        ] as [(Int64, Int64, Int64, Int64)])
    func daysAndDates(days: Int64, year: Int64, month: Int64, day: Int64) {
        let date = CivilDate(year: year, month: month, day: day)
        #expect(CivilDate(daysSince1970: days) == date)
        #expect(date.daysSince1970 == days)
    }
}
