import RegistryTesting
import SQL
import Testing

@Suite(.timeLimit(.minutes(60))) struct WorkQueueTests {
    /// Answers nothing: the queue doesn't care what a connection can do.
    private struct NoConnection: SQLConnection {
        let dialect = Dialect.sqlite
        func query(_ sql: SQL) throws -> [Row] { [] }
        func execute(_ sql: SQL) throws -> Int { 0 }
    }

    private func startThread(for queue: WorkQueue) throws {
        try queue.startThread { seat in
            while let unit = queue.next(at: seat) { unit.run(NoConnection()).deliver() }
        }
    }

    /// Waits until so many units wait, and no longer than the suite may take.
    private func untilWaiting(_ count: Int, in queue: WorkQueue) async throws {
        while queue.waitingCount < count { try await Task.sleep(for: .milliseconds(1)) }
    }

    @Test func unitsAreServedInTheirOrder() async throws {
        let queue = WorkQueue(limit: 100, patience: .seconds(600))
        let order = Recording<Int>()
        let tasks = try await withThrowingTaskGroup { group in
            for number in 0..<10 {
                group.addTask { try await queue.perform(.read) { _ in order.append(number) } }
                try await untilWaiting(number + 1, in: queue)
            }
            try startThread(for: queue)
            return try await group.reduce(0) { count, _ in count + 1 }
        }
        #expect(tasks == 10)
        #expect(order.elements == Array(0..<10))
        await queue.close()
    }

    @Test func everyUnitIsAnsweredOnceAmongSeveralThreads() async throws {
        let queue = WorkQueue(limit: 10_000, patience: .seconds(600))
        for _ in 0..<4 { try startThread(for: queue) }
        let sum = try await withThrowingTaskGroup { group in
            for number in 0..<5_000 { group.addTask { try await queue.perform(.read) { _ in number } } }
            return try await group.reduce(0, +)
        }
        #expect(sum == 4_999 * 5_000 / 2)
        await queue.close()
    }

    @Test func aBatchTakesAllThatWaitUpToItsLimit() async throws {
        let queue = WorkQueue(limit: 100, patience: .seconds(600))
        let sizes = Recording<Int>()
        try await withThrowingTaskGroup { group in
            for _ in 0..<10 { group.addTask { try await queue.perform(.write) { _ in } } }
            try await untilWaiting(10, in: queue)
            try queue.startThread { seat in
                while case let units = queue.batch(at: seat, limit: 8), !units.isEmpty {
                    sizes.append(units.count)
                    for unit in units { unit.run(NoConnection()).deliver() }
                }
            }
            try await group.waitForAll()
        }
        #expect(sizes.elements == [8, 2])
        await queue.close()
    }

    @Test func theObserverHearsOfEveryUnitWithItsWaiting() async throws {
        let heard = Recording<(String, Double)>()
        let queue = WorkQueue(limit: 100, patience: .seconds(600)) { operation, seconds in
            heard.append((operation, seconds))
        }
        async let answer: Void = queue.perform(.snapshot) { _ in }
        try await untilWaiting(1, in: queue)
        try startThread(for: queue)
        try await answer
        let (operation, seconds) = try #require(heard.elements.first)
        #expect(operation == "snapshot")
        #expect(seconds > 0)
        await queue.close()
    }

    @Test func withoutThreadsUnitsTimeOutOneByOne() async throws {
        let queue = WorkQueue(limit: 100, patience: .milliseconds(60))
        for _ in 0..<3 {
            let error = await #expect(throws: DatabaseError.self) { try await queue.perform(.read) { _ in } }
            #expect(error?.kind == .timedOut)
        }
        await queue.close()
    }

    @Test(arguments: [UInt64.random(in: 0 ... .max)])
    func cancellationsAndAnswersNeverMeet(seed: UInt64) async throws {
        // A unit that is answered twice, or never, ends the process or hangs it.
        let queue = WorkQueue(limit: 10_000, patience: .seconds(600))
        for _ in 0..<2 { try startThread(for: queue) }
        await withTaskGroup { group in
            for number in 0..<2_000 {
                group.addTask {
                    let task = Task { try await queue.perform(.read) { _ in number } }
                    if (seed &+ UInt64(number)) % 3 == 0 { await Task.yield() }
                    if (seed >> 7 &+ UInt64(number)) % 2 == 0 { task.cancel() }
                    let outcome = await task.result
                    if case .failure(let error) = outcome { #expect(error is CancellationError) }
                }
            }
        }
        await queue.close()
    }
}
