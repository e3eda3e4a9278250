import Jobs
import Listing
import OCI
import Time

/// What the command line asks of the work in the background.
package enum JobControl: Codable, Sendable {
    /// The newest executions, at most `limit`, 1 to 100; of one type and status if these are given.
    case list(type: String?, status: String?, limit: Int, json: Bool)
    /// An execution with its first 100 tasks.
    case show(execution: Int64, json: Bool)
    /// A part of the log of a task of an execution, its first one without a number, as JSON of a `JobLogPart`;
    /// `isFurther`: whoever asks has had a part of it.
    case log(execution: Int64, task: Int64?, after: Int64, isFurther: Bool)
    case stop(execution: Int64)
    case queues(json: Bool)
    /// `type`: nil for all types and all schedules.
    case pause(type: String?, isPaused: Bool)

    /// The command in words for the log.
    var summary: String {
        switch self {
        case .list: "list jobs"
        case .show(let execution, _): "show job \(execution)"
        case .log(let execution, _, _, _): "read the log of job \(execution)"
        case .stop(let execution): "stop job \(execution)"
        case .queues: "list queues"
        case .pause(let type, let isPaused): "\(isPaused ? "pause" : "resume") \(type ?? "all queues")"
        }
    }

    /// Whether it is asked again and again, so that saying so each time would fill the log.
    var isRepeated: Bool { if case .log(_, _, _, let isFurther) = self { isFurther } else { false } }
}

/// A part of the log of a job's task.
package struct JobLogPart: Codable, Sendable {
    /// The text; empty if there is nothing new.
    package let text: String
    /// What to ask for next.
    package let position: Int64
    /// Whether nothing will come any more.
    package let isOver: Bool
    /// The task whose log it is.
    package let task: Int64
    /// How many tasks the execution has.
    package let tasks: Int
}

/// Carries commands about jobs out.
struct JobCommandExecutor {
    private static let tasksShown = 100
    let services: RegistryServices

    func execute(_ command: JobControl) async throws -> ControlOutcome {
        switch command {
        case .list(let type, let status, let limit, let json):
            return try await list(type: type, status: status, limit: limit, json: json)
        case .show(let number, let json): return try await show(find(number), json: json)
        case .log(let number, let task, let after, _): return try await log(find(number), task: task, after: after)
        case .stop(let number): return try await stop(find(number))
        case .queues(let json): return try await queues(json: json)
        case .pause(let type, let isPaused): return try await pause(type?.uppercased(), isPaused)
        }
    }

    private struct Unknown: ExplainedFailure {
        let description: String
    }

    private func find(_ number: Int64) async throws -> Execution {
        guard let found = try await services.jobs.execution(number) else {
            throw Unknown(description: "there is no job \(number): see haven job list")
        }
        return found
    }

    private func list(type: String?, status: String?, limit: Int, json: Bool) async throws -> ControlOutcome {
        var request = ListRequest(page: try Page(number: 1, size: Int64(min(max(1, limit), Page.maximumSize))))
        if let status {
            guard let known = JobStatus.allCases.first(where: { $0.rawValue.lowercased() == status.lowercased() })
            else {
                let all = JobStatus.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
                throw CommandExecutor.WrongUsage(description: "\(status) is no status: they are \(all)")
            }
            request.filters = [FilterTerm(key: "status", condition: .exact(FilterValue(known.rawValue)))]
        }
        let found = try await services.jobs.executions(request, vendorType: type?.uppercased()).elements
        guard json else {
            let header = ["JOB", "TYPE", "STATUS", "TRIGGER", "TASKS", "CREATED", "ENDED"]
            return .success(CommandTable.text(header, found.map(JobLines.row)))
        }
        return .success(JobLines.json(.array(found.map { .object(JobLines.object($0)) })))
    }

    private func show(_ execution: Execution, json: Bool) async throws -> ControlOutcome {
        let page = try Page(number: 1, size: Int64(Self.tasksShown))
        let tasks = try await services.jobs.tasks(of: execution.id, page: page)
        guard json else { return .success(JobLines.text(execution, tasks.elements, total: tasks.total)) }
        var object = JobLines.object(execution)
        object["tasks"] = .array(tasks.elements.map { .object(JobLines.object($0)) })
        return .success(JobLines.json(.object(object)))
    }

    private func log(_ execution: Execution, task number: Int64?, after: Int64) async throws -> ControlOutcome {
        let first = try await services.jobs.firstTasks(of: [execution.id])[execution.id]
        let chosen = if let number { try await services.jobs.task(number) } else { first }
        guard let task = chosen, task.executionID == execution.id else {
            throw Unknown(
                description: number.map { "job \(execution.id) has no task \($0): see haven job show" }
                    ?? "job \(execution.id) has no task, so it has no log")
        }
        // Read after the status: what is written before the end isn't missed.
        let part = try await services.jobs.log(ofTask: task.id, after: after)
        return .success(
            try CommandExecutor.json(
                JobLogPart(
                    text: part.text, position: part.last, isOver: task.status.isFinal && part.text.isEmpty,
                    task: task.id, tasks: execution.counts.total)))
    }

    private func stop(_ execution: Execution) async throws -> ControlOutcome {
        guard !execution.status.isFinal else {
            return .failure("job \(execution.id) has ended already: \(execution.status.rawValue)")
        }
        try await services.jobs.stop(execution: execution.id)
        return .success("job \(execution.id) stops")
    }

    private func queues(json: Bool) async throws -> ControlOutcome {
        let (queues, nodes) = (try await services.queues.queues(), try await services.queues.nodes())
        let running = nodes.flatMap(\.tasks).reduce(into: [String: Int]()) { $0[$1.type, default: 0] += 1 }
        guard json else {
            let rows = queues.map { queue in
                [
                    queue.type, String(queue.waiting), String(running[queue.type] ?? 0),
                    queue.oldest.map { "\($0.internetText)" } ?? "-", queue.isPaused ? "paused" : "-",
                ]
            }
            return .success(CommandTable.text(["TYPE", "WAITING", "RUNNING", "OLDEST WAITS SINCE", ""], rows))
        }
        return .success(
            JobLines.json(
                .array(
                    queues.map { queue in
                        .object([
                            "type": .string(queue.type), "waiting": .integer(Int64(queue.waiting)),
                            "running": .integer(Int64(running[queue.type] ?? 0)), "paused": .bool(queue.isPaused),
                            "oldest": queue.oldest.map { .string($0.internetText) } ?? .null,
                        ])
                    })))
    }

    private func pause(_ type: String?, _ isPaused: Bool) async throws -> ControlOutcome {
        guard try await services.queues.pause(type, isPaused) else {
            throw Unknown(description: "there is no queue \(type ?? ""): see haven job queues")
        }
        let what = type ?? "all queues and all schedules"
        return .success(isPaused ? "nothing more of \(what) begins; what runs goes on" : "\(what) may go on")
    }
}
