import SQL

extension DatabaseConformance {
    /// Waiting for a connection is bounded, and can be given up.
    static let waiting: [DatabaseConformance] = [
        DatabaseConformance("a unit that waits too long is told so and doesn't run", refusesAfterPatience),
        DatabaseConformance("a unit for which the queue has no place is told so at once", refusesWhenFull),
        DatabaseConformance("a unit whose task is cancelled doesn't wait and doesn't run", stopsWaitingWhenCancelled),
        .opened("a task that was cancelled before gets an answer", answersCancelledTask),
        DatabaseConformance("close lets accepted units finish and refuses later ones", closesInOrder),
    ]

    @Sendable
    private static func refusesAfterPatience(_ location: DatabaseLocation) async throws {
        // So long because opening a database has no more time either.
        let patience = Duration.seconds(5)
        let database = try await location.open(connections: 1, patience: patience)
        let occupation = try await Occupation(of: database)
        let hasRun = Gate()
        let begin = ContinuousClock.now
        try await expectError(.timedOut, "waiting") { try await database.write { _ in hasRun.open() } }
        let waited = begin.duration(to: .now)
        try expect(waited >= patience, is: true, "waited \(waited)")
        try expect(hasRun.isOpen, is: false, "the unit ran")
        try await occupation.end()
        await database.close()
    }

    @Sendable
    private static func refusesWhenFull(_ location: DatabaseLocation) async throws {
        let database = try await location.open(connections: 1, queueLimit: 2)
        let occupation = try await Occupation(of: database)
        try await withThrowingTaskGroup { group in
            for _ in 0..<3 { group.addTask { try await database.write { _ in } } }
            try await expectError(.busy, "the third of two places") { try await group.next() }
            group.cancelAll()
        }
        try await occupation.end()
        await database.close()
    }

    @Sendable
    private static func stopsWaitingWhenCancelled(_ location: DatabaseLocation) async throws {
        let database = try await location.open(connections: 1)
        let occupation = try await Occupation(of: database)
        let hasRun = Gate()
        let task = Task { try await database.write { _ in hasRun.open() } }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        let outcome = await task.result
        guard case .failure(let error) = outcome, error is CancellationError else {
            throw ConformanceFailure(description: "\(outcome) instead of CancellationError")
        }
        try expect(hasRun.isOpen, is: false, "the unit ran")
        try await occupation.end()
        await database.close()
    }

    @Sendable
    private static func answersCancelledTask(_ database: any Database) async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await database.read { try $0.query("SELECT 1").count }
        }
        let outcome = await task.result
        guard case .failure(let error) = outcome, error is CancellationError else {
            throw ConformanceFailure(description: "\(outcome) instead of CancellationError")
        }
    }

    @Sendable
    private static func closesInOrder(_ location: DatabaseLocation) async throws {
        let database = try await location.open(connections: 1)
        let (hasBegun, mayEnd) = (Gate(), Gate())
        async let first = database.write { _ in
            hasBegun.open()
            try mayEnd.blockUntilOpen()
            return 1
        }
        try await hasBegun.untilOpen()
        async let second = database.write { _ in 2 }
        // Time for the second unit to be accepted.
        try await Task.sleep(for: .seconds(1))
        async let closed: Void = database.close()
        try await Task.sleep(for: .milliseconds(50))
        mayEnd.open()
        try expect(await [first, second], is: [1, 2], "accepted units")
        await closed
        await database.close()
        try await expectError(.connectionLost, "a unit after close") { try await database.write { _ in } }
        try await expectError(.connectionLost, "a read after close") { _ = try await database.read { _ in } }
    }
}

/// A unit of work that occupies the only connection that writes, until it is told to end.
private struct Occupation {
    private let mayEnd = Gate()
    private let unit: Task<Void, any Error>

    init(of database: any Database) async throws {
        let hasBegun = Gate()
        unit = Task { [mayEnd] in
            while true {
                do {
                    return try await database.write { _ in
                        hasBegun.open()
                        try mayEnd.blockUntilOpen()
                    }
                } catch let error as DatabaseError where error.kind == .timedOut && !hasBegun.isOpen {
                    // The connection isn't there yet.
                }
            }
        }
        try await hasBegun.untilOpen()
    }

    func end() async throws {
        mayEnd.open()
        try await unit.value
    }
}
