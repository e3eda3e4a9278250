import ArgumentParser
import Glibc
import Server

/// `haven user`: the accounts of people and programs.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Create, list, change and delete users.",
        subcommands: [Create.self, List.self, Delete.self, SetPassword.self, SetAdministrator.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create a user.",
            discussion: "A password has 8 to 128 characters with an upper-case letter, a lower-case letter and a digit."
        )
        @Argument(help: "Name to sign in with.") var username: String
        @Option(help: "E-mail address, of no other user.") var email: String
        @Option(help: "Full name.") var realName = ""
        @Option(help: "Comment of at most 30 characters.") var comment = ""
        @Flag(help: "Give every right everywhere.") var admin = false
        @Flag(help: "Read the password from standard input instead of asking for it.") var passwordStdin = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let password = try PasswordInput.read(fromStandardInput: passwordStdin)
            try await common.run(
                .user(
                    .create(
                        username: username, password: password, email: email, realName: realName, comment: comment,
                        isAdministrator: admin)))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List users.")
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.user(.list(json: json))) }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Delete a user and its memberships.")
        @Argument(help: "Name of the user.") var username: String
        @OptionGroup var common: CommonOptions

        func run() async throws { try await common.run(.user(.delete(username: username))) }
    }

    struct SetPassword: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-password", abstract: "Set a user's password; its tokens end.")
        @Argument(help: "Name of the user.") var username: String
        @Flag(help: "Read the password from standard input instead of asking for it.") var passwordStdin = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let password = try PasswordInput.read(fromStandardInput: passwordStdin)
            try await common.run(.user(.setPassword(username: username, password: password)))
        }
    }

    struct SetAdministrator: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-admin", abstract: "Give a user every right everywhere, or take that back.")
        @Argument(help: "Name of the user.") var username: String
        @Flag(help: "Take the rights back.") var revoke = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await common.run(.user(.setAdministrator(username: username, isAdministrator: !revoke)))
        }
    }
}

/// Reads a password without showing it; it is never taken from the arguments, which other users can see.
enum PasswordInput {
    static func read(fromStandardInput: Bool) throws -> String {
        if fromStandardInput {
            guard let line = readLine() else { throw ValidationError("there is no password on standard input") }
            return line
        }
        guard isatty(STDIN_FILENO) == 1, let text = getpass("Password: ") else {
            throw ValidationError("give the password on standard input with --password-stdin")
        }
        return String(cString: text)
    }
}
