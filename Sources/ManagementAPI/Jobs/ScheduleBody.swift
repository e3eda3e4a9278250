import Cron
import HTTPServing
import Jobs
import OCI

/// What a client asks of a piece of work that can be done now or on a schedule, as Harbor's `Schedule`.
enum ScheduleBody {
    /// Do it now.
    case now
    /// Never do it by itself.
    case never
    /// Do it again and again; `kind` is Harbor's word, `catchesUp` whether what was missed happens afterwards.
    case often(kind: String, CronExpression, catchesUp: Bool)

    /// Whether nothing is to be done, so that nothing has to be said of how.
    var isNever: Bool { if case .never = self { true } else { false } }

    /// Harbor's kinds with the expression that each has if the client gives none.
    private static let expressions = [
        "Hourly": "0 0 * * * *", "Daily": "0 0 0 * * *", "Weekly": "0 0 0 * * 0", "Custom": "", "Schedule": "",
    ]

    /// Reads `schedule: {type, cron, catch_up}`; a mistake is a 400 that says where it is.
    init(_ body: JSONBody) throws {
        guard let schedule = try body.object("schedule") else {
            throw HTTPFailure.badRequest("schedule in body is required: an object with type and cron")
        }
        switch try schedule.string("type") ?? "None" {
        case "Manual": self = .now
        case "None", "": self = .never
        case let kind:
            guard let usual = Self.expressions[kind] else {
                throw HTTPFailure.badRequest(
                    "schedule.type in body must be Hourly, Daily, Weekly, Custom, Manual or None")
            }
            let given = try schedule.string("cron") ?? ""
            self = .often(
                kind: kind, try Self.expression(given.isEmpty ? usual : given),
                catchesUp: try schedule.bool("catch_up") ?? true)
        }
    }

    /// Reads an expression; a mistake is a 400 that names the field.
    static func expression(_ text: String) throws -> CronExpression {
        do {
            return try CronExpression(forWork: text)
        } catch {
            throw HTTPFailure.badRequest("schedule.cron in body: \(error)")
        }
    }
}

extension JSONWriter {
    /// Harbor's `ScheduleObj`: how often, and when next.
    mutating func scheduleMember(_ schedule: Schedule?) {
        member("schedule") { writer in
            writer.member("type", schedule?.kind ?? "None")
            if let schedule, let cron = schedule.cron {
                writer.member("cron", cron.text)
                writer.member("catch_up", schedule.catchesUp)
            }
            writer.memberIfPresent("next_scheduled_time", schedule?.isPaused == true ? nil : schedule?.nextAt)
        }
    }
}
