import Cron
import Jobs
import Listing
import OCI
import Time

/// What the command line asks of schedules.
package enum ScheduleControl: Codable, Sendable {
    case list(json: Bool)
    /// All schedules, those included that are made later.
    case pause(Bool)

    /// The command in words for the log.
    var summary: String {
        switch self {
        case .list: "list schedules"
        case .pause(let isPaused): isPaused ? "pause all schedules" : "resume all schedules"
        }
    }
}

/// Carries commands about schedules out.
struct ScheduleCommandExecutor {
    let services: RegistryServices

    func execute(_ command: ScheduleControl) async throws -> ControlOutcome {
        switch command {
        case .list(let json): return try await list(json: json)
        case .pause(let isPaused):
            try await services.schedules.pauseAll(isPaused)
            return .success(isPaused ? "no schedule fires any more" : "schedules fire again")
        }
    }

    private func list(json: Bool) async throws -> ControlOutcome {
        let all = try await services.schedules.schedules(.everything).elements
        guard json else {
            let rows = all.map { schedule in
                [
                    schedule.vendorType, schedule.vendorID == 0 ? "-" : String(schedule.vendorID),
                    schedule.cron?.text ?? "-",
                    schedule.isPaused ? "paused" : schedule.nextAt?.internetText ?? "never",
                ]
            }
            return .success(CommandTable.text(["TYPE", "FOR", "CRON (UTC)", "NEXT"], rows))
        }
        let objects = all.map { schedule -> JSONValue in
            .object([
                "type": .string(schedule.vendorType), "for": .integer(schedule.vendorID),
                "kind": .string(schedule.kind), "cron": schedule.cron.map { .string($0.text) } ?? .null,
                "catch_up": .bool(schedule.catchesUp),
                "next_at": schedule.nextAt.map { .string($0.internetText) } ?? .null,
                "paused": .bool(schedule.isPaused), "parameters": .object(schedule.parameters),
            ])
        }
        return .success(JobLines.json(.array(objects)))
    }
}
