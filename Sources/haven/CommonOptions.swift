import ArgumentParser
import Glibc
import Server

/// Where the registry's settings come from.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Configuration file (haven.yaml); also HAVEN_CONFIG.", valueName: "FILE"))
    var config: String?

    @Option(help: ArgumentHelp("Directory of the embedded registry; also HAVEN_DATA_DIR.", valueName: "DIR"))
    var dataDir: String?

    /// Reads the settings, with further options of the command line; throws `Settings.Invalid`.
    func settings(_ options: [SettingKey: String] = [:]) throws -> Settings {
        var options = options
        if let dataDir { options[.dataDirectory] = dataDir }
        let environment = Self.environment()
        return try Settings(
            file: config ?? environment["HAVEN_CONFIG"], options: options, environment: environment)
    }

    /// Runs a command on the registry and prints its outcome.
    func run(_ command: ControlCommand) async throws {
        try report(try await runner().run(command))
    }

    /// What runs commands on the registry; throws `Settings.Invalid`.
    func runner() throws -> CommandRunner {
        CommandRunner(settings: try settings(), logger: LoggingStart.quietLogger())
    }

    /// Prints an outcome; throws `ExitCode` if it isn't well.
    func report(_ outcome: ControlOutcome) throws {
        if !outcome.output.isEmpty { print(outcome.output) }
        if !outcome.complaint.isEmpty { StandardError.write("haven: \(outcome.complaint)") }
        if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
    }

    private static func environment() -> [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            next += 1
        }
        return variables
    }
}
