import ArgumentParser
import Server

/// `haven config`: what the server is started with, and what it keeps in its database.
struct ConfigurationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "List and change the configuration.",
        discussion: """
            Settings come from the environment or haven.yaml and hold for a run; `haven config settings` lists them. \
            Everything else is kept in the database and changed with `haven config set` or the management API.
            """,
        subcommands: [Settings.self, List.self, Set.self], defaultSubcommand: Settings.self,
        aliases: ["configuration"])

    struct Settings: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List every setting with its variable and default, as a table.")

        func run() {
            print("| key in haven.yaml | environment | default | meaning |\n| --- | --- | --- | --- |")
            for key in SettingKey.allCases {
                let (standard, summary) = key.description
                print(
                    "| `\(key.rawValue)` | `\(key.environmentVariable)` | \(standard.isEmpty ? "" : "`\(standard)`") | \(summary) |"
                )
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the configuration kept in the database.")
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.configuration(.list(json: json))) }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Change a configuration item; it holds at once.")
        @Argument(help: "Key, such as read_only.") var key: String
        @Argument(help: "Value; without one it is read from standard input, as secrets should be.") var value: String?
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.configuration(.set(key: key, value: try given()))) }

        private func given() throws -> String {
            guard let text = value ?? readLine() else { throw ValidationError("there is no value") }
            return text
        }
    }
}
