import ArgumentParser
import Jobs
import Logging
import OCI
import PostgreSQL
import SQL
import SQLite
import Time

/// Test support: a process that works on jobs as a registry does, to be ended at random moments and measured.
@main struct JobWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Works on jobs whose only work is to write down when they began and ended.",
        subcommands: [Fill.self, Work.self, Measure.self])

    /// The type of all tasks; so many attempts that ends of processes never use them up.
    static let type = JobType("TRACE", perNode: 10, attempts: 1000, keptExecutions: 1_000_000)

    /// Where the jobs are.
    struct Place: ParsableArguments {
        @Argument(help: "The URL of a PostgreSQL database, or the path of an SQLite file.") var database: String

        func open() async throws -> any Database {
            if database.hasPrefix("postgres") {
                return try await PostgreSQLDatabase(connectionString: database, maximumConnections: 8)
            }
            return try SQLiteDatabase(path: database)
        }
    }

    /// Makes the tables and tasks that wait.
    struct Fill: AsyncParsableCommand {
        @OptionGroup var place: Place
        @Argument(help: "How many tasks.") var tasks: Int
        @Option(help: "How many of them an execution has.") var perExecution = 100

        func run() async throws {
            let database = try await place.open()
            let migrations = ChangeSignal.migrations + JobMigrations.migrations + Trace.migrations
            _ = try await Migrator(migrations).migrate(database)
            let jobs = JobService(
                database: database, changes: ChangeSignal(database: database, clock: .system), clock: .system)
            for start in stride(from: 0, to: tasks, by: perExecution) {
                let count = min(perExecution, tasks - start)
                let new = NewTask(type: JobWorker.type.name)
                _ = try await jobs.submit(
                    NewExecution(
                        vendorType: JobWorker.type.name, trigger: .manual, tasks: Array(repeating: new, count: count)))
            }
            await database.close()
        }
    }

    /// Works until it is ended.
    struct Work: AsyncParsableCommand {
        @OptionGroup var place: Place
        @Argument(help: "What it is called in what the tasks write.") var name: String
        @Option(help: "Most milliseconds that a task takes.") var longest = 40
        @Flag(help: "Take over after ten seconds instead of twenty.") var hasty = false

        func run() async throws {
            let database = try await place.open()
            let changes = ChangeSignal(database: database, clock: .system)
            var timing = JobRunner.Timing()
            if hasty {
                timing.poll = .milliseconds(200)
                timing.beat = .milliseconds(250)
                timing.givesUpAfter = .seconds(4)
                timing.deadAfter = .seconds(10)
            }
            await JobRunner(
                database: database, changes: changes, clock: .system,
                handlers: [Trace(database: database, worker: name, longest: longest)],
                logger: Logger(label: "job-worker"), timing: timing
            ).run()
        }
    }

    /// Works on tasks that do nothing, and says how many it ended in a second.
    struct Measure: AsyncParsableCommand {
        @OptionGroup var place: Place
        @Argument(help: "How many tasks wait.") var tasks: Int

        func run() async throws {
            let database = try await place.open()
            let changes = ChangeSignal(database: database, clock: .system)
            let runner = JobRunner(
                database: database, changes: changes, clock: .system, handlers: [Idle()],
                logger: Logger(label: "job-worker"))
            let start = ContinuousClock.now
            let work = Task { await runner.run() }
            while try await !isDone(database) { try await Task.sleep(for: .milliseconds(50)) }
            let seconds = start.duration(to: .now) / .seconds(1)
            work.cancel()
            await work.value
            await database.close()
            print("\(Int(Double(tasks) / seconds)) tasks/s, \(tasks) in \(seconds) s")
        }

        private func isDone(_ database: any Database) async throws -> Bool {
            try await database.read { try $0.query("SELECT id FROM execution WHERE ended_at IS NULL LIMIT 1") }.isEmpty
        }
    }
}
