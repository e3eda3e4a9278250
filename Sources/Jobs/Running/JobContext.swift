package import OCI

/// A task in the hands of whoever works on it: what to do, and where to say how it goes.
package struct JobContext: Sendable {
    /// The task, as it was when this attempt began.
    package let task: JobTask
    private let log: TaskLog
    private let progress: TaskProgress

    init(task: JobTask, log: TaskLog, progress: TaskProgress) {
        self.task = task
        self.log = log
        self.progress = progress
    }

    /// Adds a line to the task's log; it can be read within a second.
    package func note(_ line: String) { log.append(line) }

    /// Says how far the task is: the attributes can be read within a second, the last ones said count.
    package func report(_ attributes: JSONObject) { progress.set(attributes) }
}
