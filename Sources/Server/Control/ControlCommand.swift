/// What the command line asks of a registry, be it a running one or the files of a stopped one.
package enum ControlCommand: Codable, Sendable {
    case user(UserControl)
    case project(ProjectControl)
    case member(MemberControl)
    case label(LabelControl)
    case robot(RobotControl)
    case quota(QuotaControl)
    case configuration(ConfigurationControl)
    case job(JobControl)
    case schedule(ScheduleControl)
    case verify(json: Bool)
    case collectGarbage(isDryRun: Bool, gracePeriod: Int64, json: Bool)
}

extension ControlCommand {
    /// The command in words for the log, without any password.
    var summary: String {
        switch self {
        case .user(let command): command.summary
        case .project(let command): command.summary
        case .member(let command): command.summary
        case .label(let command): command.summary
        case .robot(let command): command.summary
        case .quota(let command): command.summary
        case .configuration(let command): command.summary
        case .job(let command): command.summary
        case .schedule(let command): command.summary
        case .verify: "verify"
        case .collectGarbage(let isDryRun, _, _): isDryRun ? "gc, dry run" : "gc"
        }
    }
}

extension ControlCommand {
    /// Whether it is asked again and again, so that saying so each time would fill the log.
    var isRepeated: Bool { if case .job(let command) = self { command.isRepeated } else { false } }
}

/// What a command led to.
package struct ControlOutcome: Codable, Sendable {
    /// 0 well, 1 a problem found, 2 wrong usage.
    package var exitCode: Int32
    /// For standard output.
    package var output: String
    /// For standard error.
    package var complaint: String

    static func success(_ output: String = "") -> ControlOutcome {
        ControlOutcome(exitCode: 0, output: output, complaint: "")
    }

    static func failure(_ complaint: String, exitCode: Int32 = 1) -> ControlOutcome {
        ControlOutcome(exitCode: exitCode, output: "", complaint: complaint)
    }
}
