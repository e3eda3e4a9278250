import RegistryTesting
import SQL
import Testing
import Time

/// The clock that processes agree on, beside machines' clocks that are wrong.
@Suite struct SharedClockTests {
    private static let hour: Int64 = 3600

    private func time(of database: any Database) async throws -> Timestamp {
        let rows = try await database.read {
            try $0.query("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT) AS now")
        }
        return try rows[0].timestamp("now")
    }

    @Test(arguments: [-10 * hour, 0, 10 * hour])
    func onPostgreSQLTheDatabaseGivesTheTime(_ seconds: Int64) async throws {
        try await TemporaryDatabase.with(.postgresql, migrations: []) { database in
            let own = FakeClock()
            own.advance(bySeconds: seconds)
            let clock = try await SharedClock(database: database, else: own.wallClock)
            let (before, now, after) = (try await time(of: database), clock.wallClock.now, try await time(of: database))
            #expect(before.advanced(bySeconds: -60) < now && now < after.advanced(bySeconds: 60))
            own.advance(bySeconds: Self.hour)
            #expect(clock.now < now.advanced(bySeconds: Self.hour), "a jump of the machine's clock doesn't show")
            try await clock.read()
            #expect(clock.now < now.advanced(bySeconds: Self.hour))
        }
    }

    @Test func itGoesOnBetweenReadings() async throws {
        try await TemporaryDatabase.with(.postgresql, migrations: []) { database in
            let clock = try await SharedClock(database: database, else: WallClock { Timestamp(microseconds: 0) })
            let first = clock.now
            try await Task.sleep(for: .milliseconds(20))
            #expect(clock.now.microseconds >= first.microseconds + 20_000)
        }
    }

    @Test func onSQLiteItIsTheProcesss() async throws {
        try await TemporaryDatabase.with(.sqlite, migrations: []) { database in
            let own = FakeClock()
            let clock = try await SharedClock(database: database, else: own.wallClock)
            own.advance(bySeconds: Self.hour)
            #expect(clock.now == own.now)
        }
    }

    /// The news of changes is kept for an hour: a node whose clock is ahead would delete it before others have read it.
    @Test func aNodeThatIsAheadKeepsWhatOthersHaventRead() async throws {
        try await TemporaryDatabase.with(.postgresql, migrations: ChangeSignal.migrations) { database in
            let ahead = FakeClock()
            ahead.advance(bySeconds: 10 * Self.hour)
            let clock = try await SharedClock(database: database, else: ahead.wallClock)
            let onTime = ChangeSignal(database: database, clock: .system)
            try await onTime.write(changing: [.account(7)]) { _ in }
            try await ChangeSignal(database: database, clock: clock.wallClock).removeOld()
            let left = try await database.read { try $0.query("SELECT topic FROM change") }
            #expect(left.count == 1)
        }
    }
}
