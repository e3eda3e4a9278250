import ArgumentParser
import Server

/// `haven robot`: the accounts of programs.
struct RobotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "robot", abstract: "Create, list and delete robot accounts.",
        discussion: "A robot's secret is shown once, when it is made.",
        subcommands: [Create.self, List.self, Refresh.self, Delete.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create a robot account, of one project or for every project.")
        @Argument(help: "Name without the prefix.") var name: String
        @Option(help: "Project that it belongs to; without it, it works in every project.") var project: String?
        @Option(
            name: .customLong("permission"),
            help: "What it may do, such as repository:pull; can be given more than once.")
        var permissions = ["repository:pull"]
        @Option(help: "Days for which it holds, -1 for ever.") var days: Int64?
        @Option(help: "What it is for.") var description = ""
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.run(
                .robot(
                    .create(
                        name: name, project: project, permissions: permissions, days: days, description: description)))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List robot accounts.")
        @Option(help: "Project whose robots to list; without it, those of the system.") var project: String?
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.robot(.list(project: project, json: json))) }
    }

    struct Refresh: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "refresh-secret", abstract: "Make a new secret; the old one and its tokens end.")
        @Argument(help: "Name that it signs in with.") var name: String
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.robot(.refreshSecret(name: name))) }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Delete a robot account.")
        @Argument(help: "Name that it signs in with.") var name: String
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.robot(.delete(name: name))) }
    }
}
