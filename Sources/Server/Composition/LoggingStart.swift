package import Logging
import StructuredLogging

/// Makes the logger of this process.
package enum LoggingStart {
    /// Sends all logging to standard output in the configured form, and returns the registry's logger.
    package static func logger(for settings: Settings) -> Logger {
        let output = LogOutput(format: settings.logFormat)
        let level = settings.logLevel
        LoggingSystem.bootstrap { StructuredLogHandler(label: $0, level: level, output: output) }
        var logger = Logger(label: "haven")
        logger.logLevel = settings.logLevel
        return logger
    }

    /// A logger for commands, whose standard output is for their results: only what is critical is logged.
    package static func quietLogger() -> Logger {
        var logger = Logger(label: "haven") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .critical
        return logger
    }
}
