import OCI

/// What becomes of a task after an attempt.
enum Outcome: Hashable, Sendable {
    /// It has ended.
    case ended(JobStatus, message: String)
    /// It failed, and is tried again later: after the type's backoff, or after so many microseconds.
    case again(message: String, wait: Int64?)
    /// It wasn't tried, and its turn comes after so many microseconds.
    case postponed(message: String, wait: Int64)
    /// It begins anew as soon as a process takes it.
    case released
    /// It belongs to another process.
    case lost

    private static let maximumMessage = 1000

    /// Decides by how the handler ended and why it was cancelled, if it was.
    init(of result: Result<JSONObject, any Error>, ending: Attempt.Ending?, task: JobTask, type: JobType) {
        switch (result, ending) {
        case (_, .lost): self = .lost
        case (.success, _): self = .ended(.success, message: "")
        case (.failure, .stopped): self = .ended(.stopped, message: "")
        case (.failure, .released): self = .released
        case (.failure(let postponement as JobPostponement), nil) where !postponement.countsAttempt:
            let message = TaskLog.oneLine(postponement.description, maximum: Self.maximumMessage)
            self = .postponed(message: message, wait: postponement.microseconds)
        case (.failure(let error), nil):
            let message = TaskLog.oneLine("\(error)", maximum: Self.maximumMessage)
            let isFinal = error is JobFailure || task.runs >= type.attempts
            let wait = (error as? JobPostponement)?.microseconds
            self = isFinal ? .ended(.error, message: message) : .again(message: message, wait: wait)
        }
    }

    /// The last line of the attempt's log.
    var line: String? {
        switch self {
        case .ended(.success, _): "finished"
        case .ended(.stopped, _): "stopped"
        case .ended(_, let message): "failed: \(message)"
        case .again(let message, _): "failed, to be tried again: \(message)"
        case .postponed(let message, _): "waits: \(message)"
        case .released: "interrupted: the server stops; the task begins anew"
        case .lost: nil
        }
    }
}
