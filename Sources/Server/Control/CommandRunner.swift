package import Logging

/// Runs a command where it can: in the running registry, else on the files of the stopped one.
package struct CommandRunner: Sendable {
    private let settings: Settings
    private let logger: Logger

    package init(settings: Settings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    /// Whether a registry runs in the data directory.
    package var isServed: Bool {
        guard let directory = try? DataDirectory(path: settings.dataDirectory) else { return false }
        return ControlClient(path: directory.controlSocket).isAnswered
    }

    /// Runs a command; throws `DataDirectory.Failure`, `DatabaseError`.
    package func run(_ command: ControlCommand) async throws -> ControlOutcome {
        let directory = try DataDirectory(path: settings.dataDirectory)
        if let outcome = try ControlClient(path: directory.controlSocket).send(command) { return outcome }
        // Nodes that share a PostgreSQL database may share the directory too.
        var lock: DataDirectory.Lock?
        if settings.isEmbedded {
            lock = try directory.lock()
            guard lock != nil else {
                throw DataDirectory.Failure(
                    description: "another process uses \(directory.path), but it doesn't answer on its socket: "
                        + "is it starting or stopping? Try again")
            }
        }
        defer { withExtendedLifetime(lock) {} }
        let services = try await RegistryServices(settings: settings, directory: directory, logger: logger)
        try await FirstStart(services: services).run()
        let outcome = await CommandExecutor(services: services).execute(command)
        await services.close()
        return outcome
    }
}

extension Settings {
    /// Whether the database is in the data directory, where one process at a time may use it.
    var isEmbedded: Bool { !databaseURL.hasPrefix("postgres") }
}
