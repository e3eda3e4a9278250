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
    private static let maximumLine = 8192
    private let clock: WallClock
    private let state = Mutex(State())

    init(clock: WallClock) { self.clock = clock }

    /// Adds a line with the time before it; what is longer than 8 KiB is cut, and a log beyond its limit ends.
    func append(_ line: String) {
        let entry = "\(clock.now.internetText) \(Self.clean(line))\n"
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

    /// Keeps a line one line, and free of what a database refuses.
    private static func clean(_ line: String) -> String {
        let short = line.utf8.count > maximumLine ? String(line.prefix(maximumLine / 4)) + "…" : line
        return String(String.UnicodeScalarView(short.unicodeScalars.map { $0.value < 0x20 && $0 != "\t" ? " " : $0 }))
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
