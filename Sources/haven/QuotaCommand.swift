import ArgumentParser
import Server

/// `haven quota`: how much projects may hold.
struct QuotaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quota", abstract: "List and change what projects may hold.",
        subcommands: [List.self, Set.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List what projects hold and may hold.")
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.quota(.list(json: json))) }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Change what a project may hold.")
        @Argument(help: "Name of the project.") var project: String
        @Argument(help: "Bytes, or none for no limit.") var bytes: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            guard let number = bytes == "none" ? -1 : Int64(bytes) else {
                throw ValidationError("\(bytes) is no number of bytes, and not none")
            }
            try await common.run(.quota(.set(project: project, bytes: number)))
        }
    }
}
