import Glibc
import Logging
import StructuredLogging

/// A pipe that a test logs into.
final class LogProbe: Sendable {
    /// When tests log: 2025-01-31 12:34:56.000789 UTC.
    static let time: Int64 = 1_738_326_896_000_789

    private let reading: CInt
    private let writing: CInt

    /// An error of `pipe(2)`.
    struct NoPipe: Error {}

    init() throws {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw NoPipe() }
        (reading, writing) = (ends[0], ends[1])
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// A logger into the pipe.
    func logger(
        _ format: LogFormat, level: Logger.Level = .trace, provider: Logger.MetadataProvider? = nil,
        at time: Int64 = time
    ) -> Logger {
        let output = LogOutput(format: format, descriptor: writing)
        return Logger(label: "haven") { label in
            StructuredLogHandler(
                label: label, level: level, output: output, metadataProvider: provider, clock: { time })
        }
    }

    /// What has been logged and not read yet; not empty, and less than a pipe holds.
    func read() -> String {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(reading, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }

    /// Makes the pipe non-blocking for writers.
    func makeNonBlocking() {
        _ = fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK)
    }
}

/// The line that a logger writes.
func line(
    _ format: LogFormat, level: Logger.Level = .trace, provider: Logger.MetadataProvider? = nil,
    _ log: (inout Logger) -> Void
) throws -> String {
    let probe = try LogProbe()
    var logger = probe.logger(format, level: level, provider: provider)
    log(&logger)
    return probe.read()
}
