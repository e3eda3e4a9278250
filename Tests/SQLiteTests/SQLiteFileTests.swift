import FoundationEssentials
import RegistryTesting
import SQL
import SQLite
import Testing

@Suite struct SQLiteFileTests {
    @Test func theFileIsItsOwnersAlone() async throws {
        try await TemporaryDatabase.withLocation(.sqlite) { location in
            try await location.withDatabase { database in
                try await database.write { try $0.execute("CREATE TABLE item (number BIGINT)") }
                for suffix in ["", "-wal", "-shm"] {
                    let attributes = try FileManager.default.attributesOfItem(atPath: location.address + suffix)
                    #expect(attributes[.posixPermissions] as? Int == 0o600, "\(suffix)")
                }
            }
        }
    }

    @Test func closingFoldsTheLogIntoTheFile() async throws {
        try await TemporaryDatabase.withLocation(.sqlite) { location in
            try await location.withDatabase { database in
                try await database.write { try $0.execute("CREATE TABLE item (number BIGINT)") }
                #expect(FileManager.default.fileExists(atPath: location.address + "-wal"))
            }
            #expect(!FileManager.default.fileExists(atPath: location.address + "-wal"))
        }
    }

    @Test func aPathThatCannotBeOpenedIsAnError() {
        #expect(throws: DatabaseError.self) { try SQLiteDatabase(path: "/nonexistent/haven.sqlite") }
    }

    @Test func aFileThatIsNoDatabaseIsAnError() async throws {
        try await TemporaryDatabase.withLocation(.sqlite) { location in
            try Data(repeating: 0x61, count: 8192).write(to: URL(filePath: location.address))
            #expect(throws: DatabaseError.self) { try SQLiteDatabase(path: location.address) }
        }
    }

    @Test func everyConnectionIsDurableAndChecksReferences() async throws {
        try await TemporaryDatabase.with(.sqlite) { database in
            let settings: [(name: SQL, value: SQLValue)] = [
                ("PRAGMA journal_mode", .text("wal")),
                // FULL: the log is synchronised at every commit.
                ("PRAGMA synchronous", .integer(2)),
                ("PRAGMA foreign_keys", .integer(1)),
            ]
            for (name, value) in settings {
                let writer = try await database.write { try $0.query(name)[0].value(0) }
                let reader = try await database.read { try $0.query(name)[0].value(0) }
                #expect(writer == value && reader == value, "\(name.text)")
            }
        }
    }

    @Test func anotherProcessThatWritesMakesThisOneWait() async throws {
        try await TemporaryDatabase.withLocation(.sqlite) { location in
            try await location.withDatabase { first in
                try await location.withDatabase { second in
                    try await first.write { try $0.execute("CREATE TABLE item (number BIGINT)") }
                    let hasBegun = Gate()
                    async let slow: Void = first.write { connection in
                        try connection.execute("INSERT INTO item (number) VALUES (1)")
                        hasBegun.open()
                        WorkerThread.sleep(for: .milliseconds(200))
                    }
                    try await hasBegun.untilOpen()
                    let count = try await second.write { try $0.query("SELECT count(*) FROM item")[0].int(0) }
                    try await slow
                    #expect(count == 1)
                }
            }
        }
    }
}
