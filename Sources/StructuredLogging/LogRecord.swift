import Logging

/// One line of the log, before it is written.
struct LogRecord {
    /// Microseconds since 1970 UTC.
    let time: Int64
    let level: Logger.Level
    /// The logger's label.
    let logger: String
    let message: String
    /// Everything else, told in the order of the names.
    let fields: Logger.Metadata

    /// The names that a JSON record always has.
    private static let ownNames: Set<String> = ["time", "level", "logger", "message"]

    /// A line such as `{"time":"…","level":"info","logger":"…","message":"…","name":value,…}`.
    ///
    /// A field that has one of the first four names is called `metadata.` and that name.
    var json: [UInt8] {
        var line = EscapedText()
        line.raw("{\"time\":\"")
        line.raw(LogTime.text(time))
        line.raw("\",\"level\":\"\(level.rawValue)\",\"logger\":")
        line.string(logger)
        line.raw(",\"message\":")
        line.string(message)
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            line.raw(",")
            line.string(Self.ownNames.contains(name) ? "metadata.\(name)" : name)
            line.raw(":")
            line.value(value)
        }
        line.raw("}\n")
        return line.bytes
    }

    /// A line such as `2025-01-31T12:00:00.000000Z INFO     haven: message name=value other="a value"`.
    ///
    /// Values are bare words, JSON strings, or JSON where they have parts. Whatever the message and the values hold, it is one line,
    /// and nothing in it moves a terminal's cursor or reverses its writing.
    var text: [UInt8] {
        var line = EscapedText()
        let level = level.rawValue.uppercased()
        line.raw(LogTime.text(time))
        line.raw(" \(level)\(String(repeating: " ", count: max(0, 9 - level.utf8.count)))")
        line.escape(logger, quotes: false)
        line.raw(": ")
        line.escape(message, quotes: false)
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            line.raw(" ")
            line.word(name)
            line.raw("=")
            line.wordOrValue(value)
        }
        line.raw("\n")
        return line.bytes
    }
}
