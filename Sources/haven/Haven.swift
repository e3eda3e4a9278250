import ArgumentParser
import Glibc
import Server

/// The command line of Haven.
@main
struct Haven: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "haven",
        abstract: "Haven, an enterprise container registry.",
        discussion: """
            Every command works on a running registry through its data directory's socket, and on a stopped one \
            directly. Exit codes: 0 well, 1 a problem found, 2 wrong usage.
            """,
        version: Version.current,
        subcommands: [
            Serve.self, VerifyCommand.self, CollectGarbage.self, UserCommand.self, ProjectCommand.self,
            MemberCommand.self, LabelCommand.self, RobotCommand.self, QuotaCommand.self,
            ConfigurationCommand.self, JobCommand.self, ScheduleCommand.self,
        ])

    static func main() async {
        // A client that hangs up must not end the process.
        signal(SIGPIPE, SIG_IGN)
        raiseFileLimit()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            Glibc.exit(code.rawValue)
        } catch {
            exit(reporting: error)
        }
    }

    /// Lets the process open as many files as the system permits: connections and blobs each need one.
    private static func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Prints help or an error and ends: 0 for help, 2 for wrong usage, 1 for anything that failed.
    private static func exit(reporting error: any Error) -> Never {
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        if code == .success {
            print(text)
            Glibc.exit(0)
        }
        let isUsage = code == .validationFailure || error is Settings.Invalid
        let message = isUsage && !(error is Settings.Invalid) ? text : "haven: \(error)"
        StandardError.write(message)
        Glibc.exit(isUsage ? 2 : 1)
    }
}

/// The version of this program.
enum Version {
    static let current = "0.1.0"
}
