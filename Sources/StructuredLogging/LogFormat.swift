import Glibc

/// How log records are written.
package enum LogFormat: String, Sendable, CaseIterable {
    /// A line for people: time, level, logger, message, then `name=value` pairs.
    case text
    /// A JSON object (RFC 8259) on a line of its own, for programs.
    case json
    /// Text on a terminal, JSON elsewhere.
    case auto

    /// The format that is meant for a file descriptor; never `auto`.
    package func resolved(for descriptor: CInt) -> LogFormat {
        switch self {
        case .text, .json: self
        case .auto: isatty(descriptor) == 1 ? .text : .json
        }
    }
}
