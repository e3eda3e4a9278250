import ArgumentParser
import Server

/// `haven label`: the labels that artifacts can carry.
struct LabelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Create, list and delete labels.",
        discussion: "Without --project they are the labels of the whole registry.",
        subcommands: [Create.self, List.self, Delete.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Create a label.")
        @Argument(help: "Name of at most 128 characters.") var name: String
        @Option(help: "What it means.") var description = ""
        @Option(help: "Colour such as #0065AB.") var color = ""
        @Option(help: "Project that it is for.") var project: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.run(
                .label(.create(name: name, description: description, color: color, project: project)))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List labels.")
        @Option(help: "Project whose labels to list.") var project: String?
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.label(.list(project: project, json: json))) }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Delete a label and take it off every artifact.")
        @Argument(help: "Name of the label.") var name: String
        @Option(help: "Project that it belongs to.") var project: String?
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.label(.delete(name: name, project: project))) }
    }
}
