import ArgumentParser
import Server

/// `haven member`: who may do what in a project.
struct MemberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "member", abstract: "Create, list and delete memberships of users in projects.",
        subcommands: [Create.self, List.self, Delete.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give a user a role in a project.")
        @Option(help: "Name of the project.") var project: String
        @Option(help: "Name of the user.") var user: String
        @Option(help: "projectAdmin, maintainer, developer, guest or limitedGuest.") var role: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.run(.addMember(project: project, username: user, role: role))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the members of a project.")
        @Option(help: "Name of the project.") var project: String
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.listMembers(project: project, json: json)) }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a user's role in a project away.")
        @Option(help: "Name of the project.") var project: String
        @Option(help: "Name of the user.") var user: String
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.removeMember(project: project, username: user)) }
    }
}
