import OCI
import Synchronization
import Time

/// The log of a task that runs: lines are gathered in memory and written every half second.
final class TaskLog: Sendable {
    private struct State {
        var waiting = ""
        var written = 0
        var isFull = false
    }

    /// Most bytes that one attempt's log may have.
    static let maximumBytes = 4 << 20
    /// Most Unicode scalars of a line: each has four bytes at most.
    private static let maximumLine = 2048
    private let clock: WallClock
    private let state = Mutex(State())

    init(clock: WallClock) { self.clock = clock }

    /// Adds a line with the time before it; what is longer than 2,048 Unicode scalars is cut, and a log beyond its limit ends.
    func append(_ line: String) {
        let entry = "\(clock.now.internetText) \(Self.oneLine(line, maximum: Self.maximumLine))\n"
        state.withLock { state in
            guard !state.isFull else { return }
            state.written += entry.utf8.count
            state.isFull = state.written > Self.maximumBytes
            state.waiting += state.isFull ? "… the log has reached its limit\n" : entry
        }
    }

    /// Takes what was not written yet; nil if there is nothing.
    func take() -> String? {
        state.withLock { state in
            defer { state.waiting = "" }
            return state.waiting.isEmpty ? nil : state.waiting
        }
    }

    /// Puts back what could not be written.
    func putBack(_ text: String) { state.withLock { $0.waiting = text + $0.waiting } }

    /// Makes text one line, free of what a database refuses, and cuts it behind `maximum` Unicode scalars.
    static func oneLine(_ text: String, maximum: Int) -> String {
        let scalars = text.unicodeScalars.prefix(maximum + 1).map { $0.value < 0x20 && $0 != "\t" ? " " : $0 }
        let line = String(String.UnicodeScalarView(scalars.prefix(maximum)))
        return scalars.count > maximum ? line + "…" : line
    }
}

/// What a running task said last of its progress.
final class TaskProgress: Sendable {
    private let attributes = Mutex<JSONObject?>(nil)

    /// Replaces what is to be written.
    func set(_ object: JSONObject) { attributes.withLock { $0 = object } }

    /// Takes what was not written yet.
    func take() -> JSONObject? {
        attributes.withLock { value in
            defer { value = nil }
            return value
        }
    }

    /// Puts back what could not be written, unless there is something newer.
    func putBack(_ object: JSONObject) { attributes.withLock { $0 = $0 ?? object } }
}
