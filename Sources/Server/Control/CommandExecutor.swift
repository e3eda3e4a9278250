import Access
import Catalog
import FoundationEssentials
import GarbageCollection
import Identity
import Logging
import OCI
import Quotas
import SQL
import SystemConfiguration
import Time
import Verification

/// An error of a command that says by itself what is wrong and what to do.
protocol ExplainedFailure: Error, CustomStringConvertible {}

/// Carries commands out.
struct CommandExecutor: Sendable {
    let services: RegistryServices

    /// Runs a command; what goes wrong becomes part of the outcome.
    func execute(_ command: ControlCommand) async -> ControlOutcome {
        services.logger.log(
            level: command.isRepeated ? .debug : .notice, "command", metadata: ["command": "\(command.summary)"])
        do {
            return try await outcome(of: command)
        } catch let error as WrongUsage {
            return .failure(error.description, exitCode: 2)
        } catch {
            if Self.isExplained(error) { return .failure("\(error)") }
            services.logger.error("command failed", metadata: ["error": "\(error)"])
            return .failure("the command failed: \(error)")
        }
    }

    /// A command that names something that can't be.
    struct WrongUsage: Error {
        let description: String
    }

    /// Whether an error says by itself what is wrong and what to do.
    private static func isExplained(_ error: any Error) -> Bool {
        error is AccountError || error is ProjectError || error is MemberError || error is LabelError
            || error is RoleError || error is GlobError || error is RobotError || error is QuotaError
            || error is ConfigurationError || error is any ExplainedFailure
    }

    private func outcome(of command: ControlCommand) async throws -> ControlOutcome {
        switch command {
        case .user(let command): try await UserCommandExecutor(services: services).execute(command)
        case .project(let command): try await ProjectCommandExecutor(services: services).execute(command)
        case .member(let command): try await MemberCommandExecutor(services: services).execute(command)
        case .label(let command): try await LabelCommandExecutor(services: services).execute(command)
        case .robot(let command): try await RobotCommandExecutor(services: services).execute(command)
        case .quota(let command): try await QuotaCommandExecutor(services: services).execute(command)
        case .configuration(let command):
            try await ConfigurationCommandExecutor(services: services).execute(command)
        case .job(let command): try await JobCommandExecutor(services: services).execute(command)
        case .schedule(let command): try await ScheduleCommandExecutor(services: services).execute(command)
        case .verify(let json): try await verify(json: json)
        case .collectGarbage(let isDryRun, let gracePeriod, let json):
            try await collect(isDryRun: isDryRun, gracePeriod: gracePeriod, json: json)
        }
    }

    private func verify(json: Bool) async throws -> ControlOutcome {
        let report = try await services.verifier.run()
        var lines = report.problems.map { problem in
            "\(problem.repository.isEmpty ? "" : problem.repository + " ")\(problem.digest): \(problem.problem)"
        }
        lines.append(
            "\(report.artifacts) artifacts, \(report.blobs) blobs, \(report.bytes) bytes read, "
                + "\(report.problemCount) problems")
        return ControlOutcome(
            exitCode: report.problemCount == 0 ? 0 : 1,
            output: json ? try Self.json(report) : lines.joined(separator: "\n"), complaint: "")
    }

    private func collect(isDryRun: Bool, gracePeriod: Int64, json: Bool) async throws -> ControlOutcome {
        let report = try await services.collector.run(
            CollectionPolicy(gracePeriod: gracePeriod, isDryRun: isDryRun))
        let verb = isDryRun ? "would remove" : "removed"
        let text =
            "\(verb) \(report.removedBlobs) blobs (\(report.freedBytes) bytes), \(report.expiredUploads) expired "
            + "uploads, \(report.removedOrphans) orphaned objects (\(report.orphanBytes) bytes); "
            + "\(report.failures) failures"
        return ControlOutcome(
            exitCode: report.failures == 0 ? 0 : 1, output: json ? try Self.json(report) : text, complaint: "")
    }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
