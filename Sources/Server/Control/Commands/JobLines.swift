import Jobs
import OCI
import Time

/// Jobs as the command line prints them.
enum JobLines {
    /// A row of the list.
    static func row(_ execution: Execution) -> [String] {
        [
            String(execution.id), execution.vendorType, execution.status.rawValue, execution.trigger.rawValue,
            "\(execution.counts.total - execution.counts.unfinished)/\(execution.counts.total)",
            execution.createdAt.internetText, execution.endedAt?.internetText ?? "-",
        ]
    }

    /// An execution with its tasks, line by line.
    static func text(_ execution: Execution, _ tasks: [JobTask], total: Int64) -> String {
        var lines = [
            "job      \(execution.id)", "type     \(execution.vendorType)",
            "status   \(execution.status.rawValue)", "trigger  \(execution.trigger.rawValue)",
            "created  \(execution.createdAt.internetText)",
        ]
        if execution.vendorID != 0 { lines.append("for      number \(execution.vendorID)") }
        if let started = execution.startedAt { lines.append("started  \(started.internetText)") }
        if let ended = execution.endedAt { lines.append("ended    \(ended.internetText)") }
        if !execution.statusMessage.isEmpty { lines.append("error    \(execution.statusMessage)") }
        lines.append("asked    \(json(.object(execution.attributes)))")
        let rows = tasks.map { task in
            [
                String(task.id), task.status.rawValue, String(task.runs), task.updatedAt.internetText,
                task.statusMessage.isEmpty ? json(.object(task.attributes)) : task.statusMessage,
            ]
        }
        lines += ["", CommandTable.text(["TASK", "STATUS", "ATTEMPTS", "CHANGED", "RESULT"], rows)]
        if total > tasks.count { lines.append("and \(total - Int64(tasks.count)) more tasks") }
        return lines.joined(separator: "\n")
    }

    /// An execution as JSON.
    static func object(_ execution: Execution) -> JSONObject {
        [
            "id": .integer(execution.id), "type": .string(execution.vendorType), "for": .integer(execution.vendorID),
            "status": .string(execution.status.rawValue), "status_message": .string(execution.statusMessage),
            "trigger": .string(execution.trigger.rawValue), "parameters": .object(execution.attributes),
            "task_count": .integer(Int64(execution.counts.total)),
            "unfinished": .integer(Int64(execution.counts.unfinished)),
            "created_at": .string(execution.createdAt.internetText), "started_at": time(execution.startedAt),
            "ended_at": time(execution.endedAt),
        ]
    }

    /// A task as JSON.
    static func object(_ task: JobTask) -> JSONObject {
        [
            "id": .integer(task.id), "status": .string(task.status.rawValue),
            "status_message": .string(task.statusMessage), "attempts": .integer(Int64(task.runs)),
            "parameters": .object(task.parameters), "result": .object(task.attributes),
            "started_at": time(task.startedAt), "ended_at": time(task.endedAt),
        ]
    }

    /// JSON on one line.
    static func json(_ value: JSONValue) -> String { String(decoding: value.encoded(), as: UTF8.self) }

    private static func time(_ moment: Timestamp?) -> JSONValue { moment.map { .string($0.internetText) } ?? .null }
}
