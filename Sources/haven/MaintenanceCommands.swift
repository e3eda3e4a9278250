import ArgumentParser
import Server

/// `haven verify`: reads everything back.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read every artifact and blob back and report what is missing or damaged.",
        discussion: "Ends with 1 if anything is. A running registry goes on serving meanwhile.")
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var common: CommonOptions

    func run() async throws { try await common.run(.verify(json: json)) }
}

/// `haven gc`: removes what nothing references.
struct CollectGarbage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gc",
        abstract: "Remove blobs that nothing references, expired uploads and orphaned objects.",
        discussion: "A running registry goes on serving meanwhile.")
    @Flag(help: "Only count what would be removed.") var dryRun = false
    @Option(help: "Seconds for which a blob that no artifact uses is kept.") var gracePeriod: Int64 = 86_400
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if gracePeriod < 0 { throw ValidationError("the grace period is 0 seconds or more") }
    }

    func run() async throws {
        try await common.run(.collectGarbage(isDryRun: dryRun, gracePeriod: gracePeriod, json: json))
    }
}
