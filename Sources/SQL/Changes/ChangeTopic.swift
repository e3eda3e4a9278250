/// What changed, as far as other parts of the program and other nodes must know to drop what they remember of it.
package enum ChangeTopic: Hashable, Sendable {
    /// A user's password, rights or existence.
    case account(Int64)
    /// A project's settings, members or existence, by its name.
    case project(String)
    /// A robot's secret, permissions or existence.
    case robot(Int64)
    /// The registry's configuration.
    case configuration
    /// Work that was added, stopped or let go on.
    case jobs
    /// Anything may have changed: all that is remembered is dropped.
    case everything

    /// The topic as one line of text.
    var encoded: String {
        switch self {
        case .account(let identifier): "account:\(identifier)"
        case .project(let name): "project:\(name)"
        case .robot(let identifier): "robot:\(identifier)"
        case .configuration: "configuration"
        case .jobs: "jobs"
        case .everything: "everything"
        }
    }

    /// Reads a topic; text that a newer version wrote counts as `everything`.
    init(encoded: String) {
        let parts = encoded.split(separator: ":", maxSplits: 1)
        switch (parts.first, parts.last.flatMap { Int64($0) }) {
        case ("account", let identifier?): self = .account(identifier)
        case ("robot", let identifier?): self = .robot(identifier)
        case ("configuration", _) where parts.count == 1: self = .configuration
        case ("jobs", _) where parts.count == 1: self = .jobs
        case ("project", _) where parts.count == 2: self = .project(String(parts[1]))
        default: self = .everything
        }
    }
}
