import ArgumentParser
import Server

/// `haven project`: the projects that repositories and rights belong to.
struct ProjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project", abstract: "Create, list, rename and delete projects.",
        subcommands: [Create.self, List.self, Rename.self, Delete.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Create a project.")
        @Argument(help: "Name: lower-case letters, digits and . _ - between them.") var name: String
        @Flag(help: "Let anybody pull.") var `public` = false
        @Flag(help: "Accept an index whose manifests are not all in the repository.") var allowSparseIndex = false
        @Option(help: "User who becomes its first project administrator; admin if not given.") var owner: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.run(
                .project(
                    .create(name: name, isPublic: `public`, allowsSparseIndex: allowSparseIndex, owner: owner)))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List projects.")
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.project(.list(json: json))) }
    }

    struct Rename: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a project another name; the old one goes on working.")
        @Argument(help: "Name of the project.") var name: String
        @Argument(help: "New name.") var newName: String
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.project(.rename(name: name, newName: newName))) }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Delete a project.")
        @Argument(help: "Name of the project.") var name: String
        @Flag(help: "Delete every repository and artifact in it too; they can't be brought back.") var force = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.project(.delete(name: name, force: force))) }
    }
}
