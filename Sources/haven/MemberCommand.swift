import ArgumentParser
import Server

/// `haven member`: who may do what in a project.
struct MemberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "member", abstract: "Create, list, change and delete memberships in projects.",
        discussion: "A role is projectAdmin, maintainer, developer, guest, limitedGuest, or one of the registry's own.",
        subcommands: [Create.self, List.self, SetRole.self, Delete.self])

    /// Whom a command is about.
    struct Person: ParsableArguments {
        @Option(help: "Name of the project.") var project: String
        @Option(help: "Name of the user.") var user: String?
        @Option(help: "Name of the group.") var group: String?

        var name: String { user ?? group ?? "" }

        func validate() throws {
            guard (user == nil) != (group == nil) else { throw ValidationError("give either --user or --group") }
        }
    }

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give a user or a group a role in a project.")
        @OptionGroup var person: Person
        @Option(help: "Name of the role.") var role: String
        @Option(help: "Only on the repositories that match this pattern, such as frontend/**.") var repositories = ""
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.run(
                .member(
                    .add(
                        project: person.project, name: person.name, group: person.group != nil, role: role,
                        repositories: repositories)))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the members of a project.")
        @Option(help: "Name of the project.") var project: String
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.member(.list(project: project, json: json))) }
    }

    struct SetRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-role", abstract: "Give a member another role.")
        @OptionGroup var person: Person
        @Option(help: "Name of the role.") var role: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.run(.member(.setRole(project: person.project, name: person.name, role: role)))
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a member's roles in a project away.")
        @OptionGroup var person: Person
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.run(.member(.remove(project: person.project, name: person.name)))
        }
    }
}
