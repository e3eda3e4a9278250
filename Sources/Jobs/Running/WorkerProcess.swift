/// Which process works on tasks, for people who look for it.
package struct WorkerProcess: Hashable, Sendable {
    /// The name of its machine; empty if it isn't known.
    package let host: String
    /// Its number on that machine; 0 if it isn't known.
    package let identifier: Int64

    package init(host: String, identifier: Int64) {
        self.host = host
        self.identifier = identifier
    }

    /// A process that nobody looks for.
    package static let unknown = WorkerProcess(host: "", identifier: 0)
}
