import SQL
import Time

/// The SQL of what pulls change; its functions run inside a unit of work and throw `DatabaseError`.
enum PullStore {
    /// Pulls of one artifact, tag or repository.
    struct Pulls: Sendable {
        let id: Int64
        let count: Int64
        let last: Timestamp
    }

    private static let most = 512

    /// Adds pulls to the rows of a table, each row once: to `pull_count` with `counts`, to `pulled_at` with `times`.
    ///
    /// Two processes never wait for each other's rows: they are locked in the order of their numbers.
    static func add(
        _ pulls: [Pulls], to table: SQL, counts: Bool, times: Bool, on connection: any SQLConnection
    ) throws {
        let count: SQL? = counts ? "pull_count = pull_count + pulls.column2" : nil
        // Another process may have written a later one already.
        let time: SQL? =
            times ? "pulled_at = CASE WHEN pulled_at > pulls.column3 THEN pulled_at ELSE pulls.column3 END" : nil
        let changes = SQL.joined([count, time].compactMap(\.self), separator: ", ")
        for part in parts(pulls.sorted { $0.id < $1.id }) {
            // Pushes refer to artifacts and repositories in another order.
            let lock = connection.dialect.forNoKeyUpdate
            _ = try connection.query(
                """
                SELECT id FROM \(fragment: table) WHERE id IN \(list: part.map(\.id))
                ORDER BY id\(fragment: lock)
                """)
            let rows = part.map { pulls -> SQL in
                "(CAST(\(pulls.id) AS BIGINT), CAST(\(pulls.count) AS BIGINT), CAST(\(pulls.last) AS BIGINT))"
            }
            try connection.execute(
                """
                UPDATE \(fragment: table) SET \(fragment: changes)
                FROM (VALUES \(fragment: .joined(rows, separator: ", "))) AS pulls
                WHERE \(fragment: table).id = pulls.column1
                """)
        }
    }

    /// Parts of a power of two each, so that few different statements fill the statement caches.
    private static func parts(_ pulls: [Pulls]) -> [ArraySlice<Pulls>] {
        var parts: [ArraySlice<Pulls>] = []
        var start = 0
        while start < pulls.count {
            var size = 1
            while size * 2 <= min(most, pulls.count - start) { size *= 2 }
            parts.append(pulls[start..<start + size])
            start += size
        }
        return parts
    }
}
