package import Logging

/// Writes the records of one logger, as text or as JSON.
package struct StructuredLogHandler: LogHandler {
    /// The least important level that is written.
    package var logLevel: Logger.Level
    /// What is added to every record of this logger.
    package var metadata: Logger.Metadata = [:]
    /// Knows what is added to the records of the current task.
    package var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let output: LogOutput
    private let clock: @Sendable () -> Int64

    /// A handler for a logger.
    ///
    /// - Parameters:
    ///   - label: The logger's label.
    ///   - level: The least important level that is written.
    ///   - output: Where to.
    ///   - metadataProvider: What it knows is added to every record.
    ///   - clock: Tells the time, in microseconds since 1970 UTC.
    package init(
        label: String, level: Logger.Level, output: LogOutput, metadataProvider: Logger.MetadataProvider? = nil,
        clock: @escaping @Sendable () -> Int64 = currentMicroseconds
    ) {
        self.label = label
        self.logLevel = level
        self.output = output
        self.metadataProvider = metadataProvider
        self.clock = clock
    }

    /// One of the fields that are added to every record of this logger.
    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a record; returns when it is written.
    package func log(event: LogEvent) {
        output.write(
            LogRecord(
                time: clock(), level: event.level, logger: label, message: event.message.description,
                fields: fields(of: event)))
    }

    /// What the logger, the provider and the event say; the later wins.
    private func fields(of event: LogEvent) -> Logger.Metadata {
        var fields = metadata
        if let provided = metadataProvider?.get() {
            fields.merge(provided) { _, new in new }
        }
        if let given = event.metadata {
            fields.merge(given) { _, new in new }
        }
        if let error = event.error {
            fields["error.message"] = "\(error)"
            fields["error.type"] = "\(String(reflecting: type(of: error)))"
        }
        return fields
    }
}
