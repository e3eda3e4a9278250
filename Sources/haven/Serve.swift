import ArgumentParser
import Server

/// `haven serve`: runs the registry.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the registry until SIGTERM or SIGINT.",
        discussion: """
            Without any setting it keeps everything in ./haven-data and serves on port 8080. `haven config` \
            lists all settings. At the first start it makes the administrator admin and the public project library.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Address to serve on; also HAVEN_LISTEN.", valueName: "HOST:PORT"))
    var listen: String?

    func run() async throws {
        let settings = try common.settings(listen.map { [.listen: $0] } ?? [:])
        try await RegistryServer(settings: settings, logger: LoggingStart.logger(for: settings)).run()
    }
}
