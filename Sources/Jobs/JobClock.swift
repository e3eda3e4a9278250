package import SQL
package import Time

/// The clock that decides what is due: the same one for all processes that share a database.
///
/// On PostgreSQL it is the database's own, so that processes whose clocks differ by hours agree on what is due; on
/// SQLite, which has one process, it is that process's.
package struct JobClock: Sendable {
    private let own: WallClock?

    /// The clock of the database, which has to be PostgreSQL.
    package static let database = JobClock(own: nil)

    /// The clock of this process.
    package static func process(_ clock: WallClock) -> JobClock { JobClock(own: clock) }

    /// The database's clock where processes share one, else `clock`.
    package static func shared(by database: any Database, else clock: WallClock) -> JobClock {
        database.dialect == .postgresql ? .database : .process(clock)
    }

    /// The moment at which a statement begins, in microseconds since 1970 UTC, as a part of that statement.
    var moment: SQL {
        guard let own else { return "CAST(extract(epoch FROM statement_timestamp()) * 1000000 AS BIGINT)" }
        return "CAST(\(own.now) AS BIGINT)"
    }

    /// The moment `microseconds` later, as a part of a statement.
    func after(_ microseconds: Int64) -> SQL { "\(fragment: moment) + CAST(\(microseconds) AS BIGINT)" }

    /// The moment, by a statement of its own if it is the database's clock; throws `DatabaseError`.
    func now(on connection: any SQLConnection) throws -> Timestamp {
        if let own { return own.now }
        guard let row = try connection.query("SELECT \(fragment: moment) AS now").first else {
            throw DatabaseError(kind: .other, message: "no time given")
        }
        return try row.timestamp("now")
    }
}
