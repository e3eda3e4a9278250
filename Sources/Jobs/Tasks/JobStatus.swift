/// How far an execution or a task is, in Harbor's words.
package enum JobStatus: String, CaseIterable, Sendable {
    /// It waits to be taken.
    case pending = "Pending"
    /// A process works on it.
    case running = "Running"
    /// It has done what it should.
    case success = "Success"
    /// It has failed for good.
    case error = "Error"
    /// Somebody stopped it.
    case stopped = "Stopped"

    /// Whether it won't change any more.
    package var isFinal: Bool {
        switch self {
        case .pending, .running: false
        case .success, .error, .stopped: true
        }
    }
}

/// Why an execution began, in Harbor's words.
package enum ExecutionTrigger: String, Sendable {
    /// Somebody asked for it.
    case manual = "MANUAL"
    /// A schedule fired.
    case schedule = "SCHEDULE"
    /// Something happened.
    case event = "EVENT"
}
