import SQL

extension DatabaseConformance {
    /// Waiting for a connection is bounded, and can be given up.
    static let waiting: [DatabaseConformance] = [
        DatabaseConformance("a unit that waits too long is told so and doesn't run") { location in
            try await location.withDatabase(connections: 1, patience: .milliseconds(200)) { database in
                try await whileOccupied(database) {
                    let hasRun = Gate()
                    let begin = ContinuousClock.now
                    try await expectError(.timedOut, "waiting") { try await database.write { _ in hasRun.open() } }
                    let waited = begin.duration(to: .now)
                    try expect(waited > .milliseconds(150) && waited < .seconds(5), is: true, "waited \(waited)")
                    try expect(hasRun.isOpen, is: false, "the unit ran")
                }
            }
        },
        DatabaseConformance("a unit for which the queue has no place is told so at once") { location in
            try await location.withDatabase(connections: 1, queueLimit: 2) { database in
                try await whileOccupied(database) {
                    try await withThrowingTaskGroup { group in
                        for _ in 0..<3 { group.addTask { try await database.write { _ in } } }
                        try await expectError(.busy, "the third of two places") { try await group.next() }
                        group.cancelAll()
                    }
                }
            }
        },
        DatabaseConformance("a unit whose task is cancelled doesn't wait and doesn't run") { location in
            try await location.withDatabase(connections: 1) { database in
                try await whileOccupied(database) {
                    let hasRun = Gate()
                    let task = Task { try await database.write { _ in hasRun.open() } }
                    try await Task.sleep(for: .milliseconds(50))
                    task.cancel()
                    let outcome = await task.result
                    guard case .failure(let error) = outcome, error is CancellationError else {
                        throw ConformanceFailure(description: "\(outcome) instead of CancellationError")
                    }
                    try expect(hasRun.isOpen, is: false, "the unit ran")
                }
            }
        },
        .opened("a task that was cancelled before gets no connection") { database in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await database.read { try $0.query("SELECT 1").count }
            }
            // A free connection may be had at once; but the task must not hang.
            _ = await task.result
        },
        DatabaseConformance("close lets accepted units finish and refuses later ones") { location in
            let database = try await location.open(connections: 1)
            let (hasBegun, mayEnd) = (Gate(), Gate())
            async let first = database.write { _ in
                hasBegun.open()
                try mayEnd.blockUntilOpen()
                return 1
            }
            try await hasBegun.untilOpen()
            async let second = database.write { _ in 2 }
            try await Task.sleep(for: .milliseconds(50))
            async let closed: Void = database.close()
            try await Task.sleep(for: .milliseconds(50))
            mayEnd.open()
            try expect(await [first, second], is: [1, 2], "accepted units")
            await closed
            await database.close()
            try await expectError(.connectionLost, "a unit after close") { try await database.write { _ in } }
            try await expectError(.connectionLost, "a read after close") { _ = try await database.read { _ in } }
        },
    ]

    /// Runs the body while a unit of work occupies the only connection that writes.
    private static func whileOccupied(_ database: any Database, _ body: () async throws -> Void) async throws {
        let (hasBegun, mayEnd) = (Gate(), Gate())
        async let occupation: Void = database.write { _ in
            hasBegun.open()
            try mayEnd.blockUntilOpen()
        }
        try await hasBegun.untilOpen()
        defer { mayEnd.open() }
        try await body()
        mayEnd.open()
        try await occupation
    }
}
