import Jobs
import OCI
import RegistryTesting
import SQL
import Synchronization
import Testing

@Suite struct TakeOverTests {
    /// A process that was ended in the middle of a task: its rows are all that is left of it.
    private func leaveBehind(_ fixture: JobFixture, runs: Int = 1, isStopping: Bool = false) async throws -> Int64 {
        let id = try await fixture.submit("T")
        try await fixture.database.write { connection in
            try connection.execute("INSERT INTO job_node (id, beat, started_at) VALUES ('gone', 7, 0)")
            try connection.execute(
                """
                UPDATE task SET status = 'Running', node = 'gone', runs = \(runs), is_stopping = \(isStopping)
                WHERE execution_id = \(id)
                """)
        }
        return id
    }

    @Test(arguments: DatabaseKind.allCases)
    func theTasksOfAProcessThatEndedBeginAnew(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let id = try await leaveBehind(fixture)
            let counter = Counter()
            let handler = ClosureHandler(JobType("T")) { context in
                counter.enter(context.task.id)
                return [:]
            }
            // A database of one process has one runner.
            try await withRunning((0..<(kind == .sqlite ? 1 : 2)).map { _ in fixture.runner(handler, hasty: true) }) {
                let execution = try await fixture.ended(id, "T")
                #expect(execution?.status == .success)
            }
            // On a busy machine hasty processes may take each other for dead, and begin once more.
            #expect(counter.begun.count == 1)
            #expect(try await (fixture.task(of: id)?.runs ?? 0) >= 2)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatEndsItsProcessIsNotTriedForEver(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let id = try await leaveBehind(fixture, runs: 3)
            try await withRunning(fixture.runner(ClosureHandler(JobType("T")) { _ in [:] }, hasty: true)) {
                let execution = try #require(await fixture.ended(id, "T"))
                #expect(execution.status == .error && execution.statusMessage.contains("begun 3 times"))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatWasBeingStoppedHasStopped(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let id = try await leaveBehind(fixture, isStopping: true)
            try await withRunning(fixture.runner(ClosureHandler(JobType("T")) { _ in [:] }, hasty: true)) {
                let execution = try await fixture.ended(id, "T")
                #expect(execution?.status == .stopped)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func processesSayWhichTheyAreAndThatTheyLive(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let first = ClosureHandler(JobType("A", perNode: 3)) { _ in [:] }
            let second = ClosureHandler(JobType("B")) { _ in [:] }
            try await withRunning(fixture.runner(first, second)) {
                #expect(try await fixture.comes { try await fixture.queues.nodes().count == 1 })
                let node = try #require(await fixture.queues.nodes().first)
                #expect(node.concurrency == 4 && node.process == WorkerProcess(host: "here", identifier: 7))
                fixture.clock.advance(bySeconds: 60)
                #expect(
                    try await fixture.comes {
                        try await fixture.queues.nodes().first?.beatAt == fixture.clock.now
                    })
                #expect(try await fixture.queues.nodes().first?.startedAt == node.startedAt)
            }
        }
    }

    @Test func aProcessTakenForDeadStopsItsWork() async throws {
        try await JobFixture.with(.postgresql) { fixture in
            let counter = Counter()
            let handler = ClosureHandler(JobType("T", perNode: 2, attempts: 2)) { context in
                counter.enter(context.task.id)
                defer { counter.leave() }
                try await Task.sleep(for: context.task.runs == 1 ? .seconds(3600) : .milliseconds(10))
                return [:]
            }
            let id = try await fixture.submit("T")
            try await withRunning(fixture.runner(handler)) {
                #expect(try await fixture.begins(id))
                // As another process would that has not seen it beat.
                try await fixture.database.write { connection in
                    try connection.execute("DELETE FROM job_node")
                    try connection.execute("UPDATE task SET status = 'Pending', node = NULL")
                }
                let execution = try await fixture.ended(id, "T")
                #expect(execution?.status == .success)
            }
            #expect(counter.most == 1)
        }
    }

    @Test func twoProcessesShareManyTasks() async throws {
        try await JobFixture.with(.postgresql) { fixture in
            let counter = Counter()
            let handler = ClosureHandler(JobType("T", perNode: 20)) { context in
                counter.enter(context.task.id)
                counter.leave()
                return [:]
            }
            let id = try await fixture.submit("T", tasks: 1000)
            try await fixture.location.withDatabase { other in
                let second = JobFixture(location: fixture.location, database: other)
                try await withRunning(fixture.runner(handler), second.runner(handler)) {
                    let execution = try #require(await fixture.ended(id, "T"))
                    #expect(execution.status == .success && execution.counts == TaskCounts(total: 1000))
                }
            }
            #expect(counter.begun.count == 1000 && counter.begun.values.allSatisfy { $0 == 1 })
        }
    }
}
