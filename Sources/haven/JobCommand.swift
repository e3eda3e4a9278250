import ArgumentParser
import Server

/// `haven job`: what works in the background.
struct JobCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job", abstract: "List, follow, stop and pause the work in the background.",
        discussion: """
            A job is one execution, such as a garbage collection; it has one or more tasks, each with a log of its own. \
            The commands work on a stopped registry too, but jobs begin only while one serves.
            """,
        subcommands: [List.self, Show.self, Log.self, Stop.self, Queues.self, Pause.self, Resume.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the newest jobs.")
        @Option(help: "Only of this type, such as GARBAGE_COLLECTION.") var type: String?
        @Option(help: "Only pending, running, success, error or stopped ones.") var status: String?
        @Option(help: "Most jobs to list, 1 to 100.") var limit = 20
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func validate() throws {
            if !(1...100).contains(limit) { throw ValidationError("the limit is 1 to 100") }
        }

        func run() async throws {
            try await common.run(.job(.list(type: type, status: status, limit: limit, json: json)))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a job with its tasks.")
        @Argument(help: "Number of the job.") var job: Int64
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.job(.show(execution: job, json: json))) }
    }

    struct Log: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the log of a job.")
        @Argument(help: "Number of the job.") var job: Int64
        @Option(help: "Number of one of its tasks instead of the first.") var task: Int64?
        @Flag(help: "Go on until the task has ended.") var follow = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let follower = JobLogFollower(try common.runner(), execution: job, task: task)
            var isFirst = true
            let failure = try await follower.run(isFollowing: follow) { part in
                if isFirst, part.tasks > 1, task == nil {
                    StandardError.write("haven: job \(job) has \(part.tasks) tasks; this is task \(part.task)")
                }
                isFirst = false
                StandardOutput.write(part.text)
            }
            if let failure { try common.report(failure) }
        }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Stop a job.", discussion: "What waits ends at once, what runs within two seconds.")
        @Argument(help: "Number of the job.") var job: Int64
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.job(.stop(execution: job))) }
    }
}

extension JobCommand {
    struct Queues: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List what waits and runs of each type.")
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.job(.queues(json: json))) }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let nothing more of a type begin.", discussion: "What runs goes on; what comes in waits.")
        @Argument(help: "The type, SCHEDULER for all schedules, or all.") var type: String
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(JobCommand.pause(type, true)) }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let a type that was paused go on.")
        @Argument(help: "The type, SCHEDULER for all schedules, or all.") var type: String
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(JobCommand.pause(type, false)) }
    }

    private static func pause(_ type: String, _ isPaused: Bool) -> ControlCommand {
        .job(.pause(type: type.lowercased() == "all" ? nil : type, isPaused: isPaused))
    }
}

/// `haven schedule`: when jobs begin by themselves.
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "List, pause and resume the schedules.",
        subcommands: [List.self, Pause.self, Resume.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the schedules and when each fires next.")
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.schedule(.list(json: json))) }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let no schedule fire.", discussion: "Schedules that are made later don't fire either.")
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.schedule(.pause(true))) }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let schedules fire again.",
            discussion: "What was missed meanwhile is made up for once.")
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.schedule(.pause(false))) }
    }
}
