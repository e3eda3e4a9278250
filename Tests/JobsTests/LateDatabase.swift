import RegistryTesting
import SQL
import Synchronization

/// A database whose answer to one write comes late, while everybody else sees already what it wrote.
final class LateDatabase: Database {
    private let database: any Database
    private let isNextLate = Atomic<Bool>(false)
    /// Lets the late answer through.
    let answer = Gate()

    init(_ database: any Database) { self.database = database }

    /// Makes the answer to the next write come late.
    func delayNextWrite() { isNextLate.store(true, ordering: .releasing) }

    var dialect: Dialect { database.dialect }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await database.read(body)
    }

    func snapshot<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await database.snapshot(body)
    }

    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        let isLate = isNextLate.exchange(false, ordering: .acquiringAndReleasing)
        let result = try await database.write(body)
        if isLate { try await answer.untilOpen() }
        return result
    }

    func close() async { await database.close() }
}
