package import OCI
package import Time

/// A piece of work as people know it: one or more tasks, and how it went.
package struct Execution: Hashable, Sendable {
    package let id: Int64
    /// The kind of work, such as `GARBAGE_COLLECTION`.
    package let vendorType: String
    /// What it is for, such as a policy's number; 0 for the registry as a whole.
    package let vendorID: Int64
    package let status: JobStatus
    /// Why it failed; empty otherwise.
    package let statusMessage: String
    package let trigger: ExecutionTrigger
    /// What it was asked to do and found out; empty if that can't be read.
    package let attributes: JSONObject
    package let counts: TaskCounts
    package let createdAt: Timestamp
    package let startedAt: Timestamp?
    package let endedAt: Timestamp?
}

/// How many tasks of an execution are how far.
package struct TaskCounts: Hashable, Sendable {
    package var total = 0
    package var unfinished = 0
    package var failed = 0
    package var stopped = 0

    package init(total: Int = 0, unfinished: Int = 0, failed: Int = 0, stopped: Int = 0) {
        self.total = total
        self.unfinished = unfinished
        self.failed = failed
        self.stopped = stopped
    }

    /// What an execution is whose tasks have all ended: failed if one has, stopped if one was.
    var finalStatus: JobStatus { failed > 0 ? .error : stopped > 0 ? .stopped : .success }
}

/// Work that one process does at a time.
package struct JobTask: Hashable, Sendable {
    package let id: Int64
    package let executionID: Int64
    /// The name of its `JobType`.
    package let type: String
    package let status: JobStatus
    /// Why the last attempt failed; empty otherwise.
    package let statusMessage: String
    /// What to do; empty if that can't be read.
    package let parameters: JSONObject
    /// Whether what to do can be read: otherwise nothing can work on it.
    let isReadable: Bool
    /// What it says of its progress and its result; empty if that can't be read.
    package let attributes: JSONObject
    /// How often it was begun.
    package let runs: Int
    /// Whether somebody asked for it to stop.
    package let isStopping: Bool
    /// The process that works on it.
    package let node: String?
    package let createdAt: Timestamp
    package let updatedAt: Timestamp
    package let startedAt: Timestamp?
    package let endedAt: Timestamp?
}

/// A task that is to be made.
package struct NewTask: Sendable {
    package let type: String
    package let parameters: JSONObject

    package init(type: String, parameters: JSONObject = [:]) {
        self.type = type
        self.parameters = parameters
    }
}

/// An execution that is to be made.
package struct NewExecution: Sendable {
    package let vendorType: String
    package let vendorID: Int64
    package let trigger: ExecutionTrigger
    package let attributes: JSONObject
    package let tasks: [NewTask]

    /// Work for something: `vendorID` is its number, 0 for the registry as a whole.
    package init(
        vendorType: String, vendorID: Int64 = 0, trigger: ExecutionTrigger, attributes: JSONObject = [:],
        tasks: [NewTask]
    ) {
        self.vendorType = vendorType
        self.vendorID = vendorID
        self.trigger = trigger
        self.attributes = attributes
        self.tasks = tasks
    }
}
