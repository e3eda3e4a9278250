import RegistryTesting
import SQL
import Synchronization

/// A database whose answer to one write that puts a task off comes late, while everybody else sees already what it wrote.
final class LateDatabase: Database {
    private let database: any Database
    private let isPostponementLate = Atomic<Bool>(false)
    /// Lets the late answer through.
    let answer = Gate()

    init(_ database: any Database) { self.database = database }

    /// Makes the answer to the next write after which another task waits come late.
    func delayPostponement() { isPostponementLate.store(true, ordering: .releasing) }

    var dialect: Dialect { database.dialect }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await database.read(body)
    }

    func snapshot<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await database.snapshot(body)
    }

    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        let (result, postpones) = try await database.write { connection in
            let before = try Self.waiting(on: connection)
            let result = try body(connection)
            return (result, try Self.waiting(on: connection) > before)
        }
        if postpones, isPostponementLate.exchange(false, ordering: .acquiringAndReleasing) {
            try await answer.untilOpen()
        }
        return result
    }

    private static func waiting(on connection: any SQLConnection) throws -> Int {
        try connection.query("SELECT count(*) AS n FROM task WHERE status = 'Pending'")[0].int("n")
    }

    func close() async { await database.close() }
}
