import Jobs
import OCI
import RegistryTesting
import SQL
import Testing
import Time

@Suite struct JobRunnerTests {
    private struct Broken: Error {}

    @Test(arguments: DatabaseKind.allCases)
    func aTaskRunsAndSaysHowItWent(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let handler = ClosureHandler(JobType("T")) { context in
                context.note("number \(context.task.parameters["number"]?.integer ?? -1)\u{0}\nnext")
                return ["freed": 5]
            }
            try await withRunning(fixture.runner(handler)) {
                let id = try await fixture.submit("T")
                let execution = try #require(await fixture.ended(id, "T"))
                #expect(execution.status == .success && execution.counts == TaskCounts(total: 1))
                #expect(execution.startedAt != nil && execution.endedAt != nil)
                let task = try #require(await fixture.task(of: id))
                #expect(task.status == .success && task.attributes == ["freed": 5] && task.runs == 1)
                let log = try await fixture.jobs.log(ofTask: task.id)
                #expect(log.text.contains("number 0  next\n") && log.text.hasSuffix("finished\n"))
                #expect(try await fixture.jobs.log(ofTask: task.id, after: log.last).text.isEmpty)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func failuresAreTriedAgainUnlessThatHelpsNothing(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let type = JobType("AGAIN", attempts: 3, backoff: Backoff(first: 1, largest: 1))
            let again = ClosureHandler(type) { _ in throw Broken() }
            let never = ClosureHandler(JobType("NEVER", attempts: 3)) { _ in throw JobFailure("no such thing") }
            try await withRunning(fixture.runner(again, never)) {
                let first = try await fixture.submit("AGAIN")
                let second = try await fixture.submit("NEVER")
                let refused = try #require(await fixture.ended(second, "NEVER"))
                #expect(refused.status == .error && refused.statusMessage == "no such thing")
                #expect(try await fixture.task(of: second)?.runs == 1)
                // The clock stands still: the second attempt waits until it is moved.
                #expect(try await fixture.comes { try await fixture.task(of: first)?.runs == 1 })
                #expect(try await fixture.comes { try await fixture.task(of: first)?.status == .pending })
                try await Task.sleep(for: .milliseconds(200))
                #expect(try await fixture.task(of: first)?.runs == 1)
                #expect(
                    try await fixture.comes {
                        fixture.clock.advance(bySeconds: 1)
                        return try await fixture.task(of: first)?.status == .error
                    })
                #expect(try await fixture.task(of: first)?.runs == 3)
                #expect(try await fixture.ended(first, "AGAIN")?.status == .error)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func handlersSayWhenTheNextAttemptIs(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let begun = Counter()
            let type = JobType("LATER", attempts: 1, backoff: Backoff(first: 1, largest: 1))
            let later = ClosureHandler(type) { context in
                begun.enter(context.task.id)
                guard begun.begun[context.task.id] != 1 else {
                    throw JobPostponement("busy", wait: .seconds(100), countsAttempt: false)
                }
                throw JobPostponement("broken", wait: .seconds(100), countsAttempt: true)
            }
            try await withRunning(fixture.runner(later)) {
                let execution = try await fixture.submit("LATER")
                #expect(try await fixture.comes { try await fixture.task(of: execution)?.statusMessage == "busy" })
                let waiting = try #require(await fixture.task(of: execution))
                #expect(waiting.status == .pending && waiting.runs == 0, "nothing was tried")
                fixture.clock.advance(bySeconds: 50)
                try await Task.sleep(for: .milliseconds(200))
                #expect(begun.begun.values.max() == 1, "its time hasn't come")
                fixture.clock.advance(bySeconds: 51)
                let ended = try #require(await fixture.ended(execution, "LATER"))
                #expect(ended.status == .error && ended.statusMessage == "broken", "that was its only attempt")
            }
        }
    }

    @Test func whatWasPostponedIsNotBegunTwiceAtATime() async throws {
        try await JobFixture.with(.sqlite) { base in
            let database = LateDatabase(base.database)
            let fixture = JobFixture(location: base.location, database: database)
            let counter = Counter()
            let handler = ClosureHandler(JobType("T", perNode: 3)) { context in
                counter.enter(context.task.id)
                defer { counter.leave() }
                switch counter.begun[context.task.id] {
                case 1:
                    database.delayPostponement()
                    throw JobPostponement("busy", wait: .zero, countsAttempt: false)
                case 2:
                    // Only now the runner learns that the first attempt has ended; then it looks for work many times.
                    database.answer.open()
                    try await Task.sleep(for: .seconds(1))
                default: break
                }
                return [:]
            }
            try await withRunning(fixture.runner(handler)) {
                let status = try await fixture.ended(try await fixture.submit("T"), "T")?.status
                #expect(status == .success)
            }
            #expect(counter.most == 1 && counter.begun.values.map { $0 } == [2])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func eachAttemptWaitsTwiceAsLong(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let type = JobType("T", attempts: 6, backoff: Backoff(first: 10, largest: 60))
            try await withRunning(fixture.runner(ClosureHandler(type) { _ in throw Broken() })) {
                let id = try await fixture.submit("T")
                // Seconds; half of each wait is by chance.
                for (failures, longest) in [(1, 10), (2, 20), (3, 40), (4, 60), (5, 60)] as [(Int, Int64)] {
                    #expect(
                        try await fixture.comes {
                            let task = try await fixture.task(of: id)
                            return task?.runs == failures && task?.status == .pending
                        })
                    let rows = try await fixture.database.read { try $0.query("SELECT available_at FROM task") }
                    let due = try #require(rows.first).timestamp("available_at")
                    let wait = due.microseconds - fixture.clock.now.microseconds
                    #expect((longest * 500_000...longest * 1_000_000).contains(wait), "after failure \(failures)")
                    fixture.clock.advance(bySeconds: longest)
                }
                #expect(try await fixture.ended(id, "T")?.status == .error)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aLogIsReadWhileItGrows(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let (steps, next) = AsyncStream<Void>.makeStream()
            let handler = ClosureHandler(JobType("T")) { context in
                var line = 0
                for await _ in steps {
                    line += 1
                    context.note("line \(line)")
                }
                return [:]
            }
            try await withRunning(fixture.runner(handler)) {
                let id = try await fixture.submit("T")
                #expect(try await fixture.begins(id))
                let task = try #require(await fixture.task(of: id)).id
                var position: Int64 = 0
                for line in 1...3 {
                    next.yield()
                    var text = ""
                    #expect(
                        try await fixture.comes {
                            (text, position) = try await fixture.jobs.log(ofTask: task, after: position)
                            return !text.isEmpty
                        })
                    #expect(text.hasSuffix(" line \(line)\n") && text.split(separator: "\n").count == 1)
                    #expect(try await fixture.task(of: id)?.status == .running, "it goes on meanwhile")
                }
                next.finish()
                #expect(try await fixture.ended(id, "T")?.status == .success)
                #expect(try await fixture.jobs.log(ofTask: task, after: position).text.hasSuffix("finished\n"))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func everythingThatRunsIsStoppedTogether(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let slow = ClosureHandler(JobType("T", perNode: 2)) { _ in
                try await Task.sleep(for: .seconds(3600))
                return [:]
            }
            try await withRunning(fixture.runner(slow)) {
                let ids = [try await fixture.submit("T"), try await fixture.submit("T")]
                for id in ids { #expect(try await fixture.begins(id)) }
                try await fixture.queues.stopRunning()
                for id in ids { #expect(try await fixture.ended(id, "T")?.status == .stopped) }
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aFailureIsWrittenWhateverItsText(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let text = "the answer was \u{0}\n" + String(repeating: "e\u{301}", count: 5000)
            let handler = ClosureHandler(JobType("T")) { _ in throw JobFailure(text) }
            try await withRunning(fixture.runner(handler)) {
                let execution = try #require(await fixture.ended(try await fixture.submit("T"), "T"))
                #expect(execution.status == .error && execution.statusMessage.hasPrefix("the answer was   "))
                #expect(execution.statusMessage.unicodeScalars.count == 1001)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatWaitsAndWhatRunsIsStopped(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let handler = ClosureHandler(JobType("SLOW")) { _ in
                try await Task.sleep(for: .seconds(3600))
                return [:]
            }
            try await withRunning(fixture.runner(handler)) {
                let id = try await fixture.submit("SLOW", tasks: 3)
                #expect(try await fixture.begins(id))
                try await fixture.jobs.stop(execution: id)
                let execution = try #require(await fixture.ended(id, "SLOW"))
                #expect(execution.status == .stopped && execution.counts.stopped == 3)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func lanesHaveTheirLimitsAndPause(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let counter = Counter()
            let handler = ClosureHandler(JobType("LANE", perNode: 3, perCluster: 4)) { context in
                counter.enter(context.task.id)
                defer { counter.leave() }
                try await Task.sleep(for: .milliseconds(30))
                return [:]
            }
            // A database of one process has one runner.
            let runners = (0..<(kind == .sqlite ? 1 : 2)).map { _ in fixture.runner(handler) }
            try await withRunning(runners) {
                #expect(try await fixture.comes { try await fixture.queues.nodes().count == runners.count })
                #expect(try await fixture.queues.pause("LANE", true))
                let id = try await fixture.submit("LANE", tasks: 20)
                try await Task.sleep(for: .milliseconds(200))
                #expect(try await fixture.queues.queues().first?.waiting == 20)
                #expect(try await fixture.queues.pause(nil, false))
                #expect(try await fixture.ended(id, "LANE")?.status == .success)
                #expect(counter.most <= 4 && counter.begun.values.allSatisfy { $0 == 1 } && counter.begun.count == 20)
                #expect(try await !fixture.queues.pause("NOTHING", true))
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func aStoppingProcessGivesItsTasksBack(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let slow = ClosureHandler(JobType("T")) { _ in
                try await Task.sleep(for: .seconds(3600))
                return [:]
            }
            let id = try await fixture.submit("T")
            try await withRunning(fixture.runner(slow)) {
                let begins = try await fixture.begins(id)
                #expect(begins)
            }
            let task = try #require(await fixture.task(of: id))
            #expect(task.status == .pending && task.runs == 0)
            #expect(try await fixture.queues.nodes().isEmpty)
            try await withRunning(fixture.runner(ClosureHandler(JobType("T")) { _ in [:] })) {
                let execution = try await fixture.ended(id, "T")
                #expect(execution?.status == .success)
            }
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func whatIsStoppedWhileItsProcessStopsHasStopped(_ kind: DatabaseKind) async throws {
        try await JobFixture.with(kind) { fixture in
            let handler = ClosureHandler(JobType("T")) { context in
                do { try await Task.sleep(for: .seconds(3600)) } catch {
                    // The process stops already: nobody but the end of this attempt can heed it.
                    try await Task { try await fixture.jobs.stop(execution: context.task.executionID) }.value
                    throw error
                }
                return [:]
            }
            let id = try await fixture.submit("T")
            try await withRunning(fixture.runner(handler)) {
                let begins = try await fixture.begins(id)
                #expect(begins)
            }
            let execution = try await fixture.jobs.execution(id, vendorType: "T")
            #expect(execution?.status == .stopped && execution?.counts.unfinished == 0)
        }
    }
}
