import Synchronization

/// What a handler tells the audit log of its request, beside what its route says.
package final class AuditNote: Sendable {
    private struct Content {
        var resource: String?
        var projectID: Int64?
        var details: String?
        var `operator`: String?
    }

    private let content = Mutex(Content())

    init() {}

    /// The name of what was made, changed or deleted; unset, the last parameter of the path stands for it.
    package var resource: String? {
        get { content.withLock { $0.resource } }
        set { content.withLock { $0.resource = newValue } }
    }

    /// The number of the project that it happened in.
    package var projectID: Int64? {
        get { content.withLock { $0.projectID } }
        set { content.withLock { $0.projectID = newValue } }
    }

    /// A sentence about what happened, if the operation alone doesn't say it.
    package var details: String? {
        get { content.withLock { $0.details } }
        set { content.withLock { $0.details = newValue } }
    }

    /// The name of whoever does it, where the request isn't sent by somebody signed in.
    package var `operator`: String? {
        get { content.withLock { $0.operator } }
        set { content.withLock { $0.operator = newValue } }
    }
}
