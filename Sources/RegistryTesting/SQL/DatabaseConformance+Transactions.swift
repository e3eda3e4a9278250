import SQL

extension DatabaseConformance {
    private struct ChangeOfMind: Error {}

    /// What belongs together and what others see of it.
    static let transactions: [DatabaseConformance] = [
        .opened("what was written is read") { database in
            try await database.write { _ = try makeItems(3, on: $0) }
            try expect(await itemCount(in: database), is: 3, "items")
        },
        .opened("a closure that throws leaves no change, and its error arrives") { database in
            try await database.write { _ = try makeItems(1, on: $0) }
            do {
                try await database.write { connection in
                    try connection.execute("DELETE FROM item")
                    throw ChangeOfMind()
                }
                throw ConformanceFailure(description: "the closure's error didn't arrive")
            } catch is ChangeOfMind {}
            try expect(await itemCount(in: database), is: 1, "items")
        },
        .opened("after a failed statement a unit can't go on, even if its closure does") { database in
            try await database.write { _ = try makeItems(1, on: $0) }
            try await expectError(.uniqueViolation, "a swallowed error") {
                try await database.write { connection in
                    try connection.execute("INSERT INTO item (identifier, name) VALUES (2, 'two')")
                    _ = try? connection.execute("INSERT INTO item (identifier, name) VALUES (1, 'one')")
                    _ = try? connection.execute("INSERT INTO item (identifier, name) VALUES (3, 'three')")
                }
            }
            try expect(await itemCount(in: database), is: 1, "items")
        },
        .opened("units that fail leave those beside them alone") { database in
            try await database.write { try $0.execute("CREATE TABLE item (identifier BIGINT PRIMARY KEY)") }
            await withTaskGroup { group in
                for number in 0..<60 {
                    group.addTask {
                        try? await database.write { connection in
                            try connection.execute("INSERT INTO item (identifier) VALUES (\(number))")
                            if number % 3 == 0 { throw ChangeOfMind() }
                            if number % 3 == 1 { try connection.execute("INSERT INTO item VALUES (\(number))") }
                        }
                    }
                }
            }
            let rows = try await database.read { try $0.query("SELECT identifier FROM item ORDER BY identifier") }
            try expect(rows.map { try $0.int(0) }, is: (0..<20).map { 3 * $0 + 2 }, "stored")
        },
        .opened("a read is one statement") { database in
            try await expectError(.other, "two statements") {
                try await database.read { connection in
                    _ = try connection.query("SELECT 1")
                    _ = try connection.query("SELECT 2")
                }
            }
        },
        .opened("read and snapshot change nothing") { database in
            try await database.write { _ = try makeItems(1, on: $0) }
            try await expectError(.readOnly, "a write in read") {
                _ = try await database.read { try $0.execute("DELETE FROM item") }
            }
            try await expectError(.readOnly, "a write in snapshot") {
                _ = try await database.snapshot { try $0.execute("DELETE FROM item") }
            }
            try expect(await itemCount(in: database), is: 1, "items")
        },
        .opened("a snapshot stays as it is while others write") { database in
            try await database.write { _ = try makeItems(1, on: $0) }
            let (hasRead, hasWritten) = (Gate(), Gate())
            async let counts = database.snapshot { connection in
                let before = try connection.query("SELECT count(*) FROM item")[0].int(0)
                hasRead.open()
                try hasWritten.blockUntilOpen()
                return [before, try connection.query("SELECT count(*) FROM item")[0].int(0)]
            }
            try await hasRead.untilOpen()
            try await database.write { try $0.execute("INSERT INTO item (identifier, name) VALUES (2, 'two')") }
            hasWritten.open()
            try expect(await counts, is: [1, 1], "items in the snapshot")
            try expect(await itemCount(in: database), is: 2, "items afterwards")
        },
        .opened("what isn't committed is not read") { database in
            try await database.write { _ = try makeItems(1, on: $0) }
            let (hasWritten, hasRead) = (Gate(), Gate())
            async let written: Void = database.write { connection in
                try connection.execute("DELETE FROM item")
                hasWritten.open()
                try hasRead.blockUntilOpen()
            }
            try await hasWritten.untilOpen()
            try expect(await itemCount(in: database), is: 1, "items before the commit")
            hasRead.open()
            try await written
            try expect(await itemCount(in: database), is: 0, "items after it")
        },
    ]

    static func itemCount(in database: any Database) async throws -> Int {
        try await database.read { try $0.query("SELECT count(*) FROM item")[0].int(0) }
    }
}
