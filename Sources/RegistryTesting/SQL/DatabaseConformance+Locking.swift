import SQL

extension DatabaseConformance {
    /// What happens when two write at the same time.
    static let locking: [DatabaseConformance] = [
        .opened("FOR UPDATE: no increment is lost among eight writers") { database in
            try await makeCounter(in: database)
            try await concurrently(8) { _ in
                for _ in 0..<25 {
                    try await database.write { connection in
                        let lock = connection.dialect.forUpdate
                        let value = try connection.query("SELECT value FROM counter\(fragment: lock)")[0].int("value")
                        try connection.execute("UPDATE counter SET value = \(value + 1)")
                    }
                }
            }
            let value = try await database.read { try $0.query("SELECT value FROM counter")[0].int("value") }
            try expect(value, is: 200, "increments")
        },
        .opened("FOR UPDATE: the second writer waits and sees what the first one did") { database in
            try await makeCounter(in: database)
            let hasLocked = Gate()
            async let first: Void = database.write { connection in
                _ = try connection.query("SELECT value FROM counter\(fragment: connection.dialect.forUpdate)")
                hasLocked.open()
                // Time enough for the second one to come and wait.
                WorkerThread.sleep(for: .milliseconds(150))
                try connection.execute("UPDATE counter SET value = 41")
            }
            try await hasLocked.untilOpen()
            let seen = try await database.write { connection in
                let lock = connection.dialect.forUpdate
                return try connection.query("SELECT value FROM counter\(fragment: lock)")[0].int("value")
            }
            try await first
            try expect(seen, is: 41, "the value that the second writer sees")
        },
        .opened("FOR SHARE: a collector waits for a push, then sees its reference") { database in
            try await makeCounter(in: database)
            try await database.write { try $0.execute("CREATE TABLE reference (name TEXT NOT NULL)") }
            let hasLocked = Gate()
            async let push: Void = database.write { connection in
                _ = try connection.query("SELECT value FROM counter\(fragment: connection.dialect.forShare)")
                hasLocked.open()
                WorkerThread.sleep(for: .milliseconds(150))
                try connection.execute("INSERT INTO reference (name) VALUES ('manifest')")
            }
            try await hasLocked.untilOpen()
            let references = try await database.write { connection in
                _ = try connection.query("SELECT value FROM counter\(fragment: connection.dialect.forUpdate)")
                // A second statement: it sees what was committed while the first one waited.
                return try connection.query("SELECT count(*) FROM reference")[0].int(0)
            }
            try await push
            try expect(references, is: 1, "references that the collector sees")
        },
        .opened("one of eight who insert the same key succeeds, the others are told") { database in
            try await database.write { try $0.execute("CREATE TABLE item (name TEXT PRIMARY KEY)") }
            let outcomes = try await concurrently(8) { _ -> Bool in
                do {
                    try await database.write { try $0.execute("INSERT INTO item (name) VALUES ('x')") }
                    return true
                } catch let error as DatabaseError where error.kind == .uniqueViolation {
                    return false
                }
            }
            try expect(outcomes.count { $0 }, is: 1, "inserts that succeeded")
            let inserted = try await concurrently(8) { _ in
                try await database.write { connection in
                    try connection.execute("INSERT INTO item (name) VALUES ('y') ON CONFLICT DO NOTHING")
                }
            }
            try expect(inserted.reduce(0, +), is: 1, "rows that ON CONFLICT DO NOTHING inserted")
        },
        .opened("SKIP LOCKED: eight workers claim each job once") { database in
            try await database.write { _ = try makeItems(60, on: $0) }
            let claimed = try await concurrently(8) { _ in
                var claimed: [Int] = []
                while let job = try await claim(in: database) { claimed.append(job) }
                return claimed
            }
            try expect(claimed.joined().sorted(), is: Array(1...60), "claimed jobs")
        },
        .opened("two who wait for each other both finish") { database in
            try await database.write { connection in
                try makeItems(2, on: connection)
                try connection.execute("UPDATE item SET name = ''")
            }
            try await concurrently(2) { number in
                try await database.write { connection in
                    for row in number == 0 ? [1, 2] : [2, 1] {
                        try connection.execute("UPDATE item SET name = name || 'x' WHERE identifier = \(row)")
                        WorkerThread.sleep(for: .milliseconds(50))
                    }
                }
            }
            let names = try await database.read { try $0.query("SELECT name FROM item").map { try $0.text(0) } }
            try expect(names, is: ["xx", "xx"], "names")
        },
    ]

    private static func makeCounter(in database: any Database) async throws {
        try await database.write { connection in
            try connection.execute("CREATE TABLE counter (value BIGINT NOT NULL)")
            try connection.execute("INSERT INTO counter (value) VALUES (0)")
        }
    }

    private static func claim(in database: any Database) async throws -> Int? {
        try await database.write { connection in
            try connection.query(
                """
                UPDATE item SET name = 'claimed' WHERE identifier = (
                    SELECT identifier FROM item WHERE name <> 'claimed' ORDER BY identifier LIMIT 1
                    \(fragment: connection.dialect.forUpdateSkipLocked))
                RETURNING identifier
                """
            ).first?.int("identifier")
        }
    }

    @discardableResult
    private static func concurrently<Result: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (Int) async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup { group in
            for number in 0..<count { group.addTask { try await body(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
