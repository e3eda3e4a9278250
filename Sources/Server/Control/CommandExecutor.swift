import Access
import Catalog
import FoundationEssentials
import GarbageCollection
import Identity
import Logging
import OCI
import SQL
import Time
import Verification

/// Carries commands out.
struct CommandExecutor: Sendable {
    let services: RegistryServices

    /// Runs a command; what goes wrong becomes part of the outcome.
    func execute(_ command: ControlCommand) async -> ControlOutcome {
        services.logger.notice("command", metadata: ["command": "\(command.summary)"])
        do {
            return try await outcome(of: command)
        } catch let error as AccountError {
            return .failure(error.description)
        } catch let error as ProjectError {
            return .failure(error.description)
        } catch let error as MemberError {
            return .failure(error.description)
        } catch {
            services.logger.error("command failed", metadata: ["error": "\(error)"])
            return .failure("the command failed: \(error)")
        }
    }

    private func outcome(of command: ControlCommand) async throws -> ControlOutcome {
        switch command {
        case .createUser(let username, let password, let email, let realName, let comment, let isAdministrator):
            let user = try await services.users.create(
                NewUser(
                    username: username, password: password, email: email, realName: realName, comment: comment,
                    isAdministrator: isAdministrator))
            return .success("created user \(user.username)")
        case .listUsers(let json): return try await listUsers(json: json)
        case .deleteUser(let username):
            try await services.users.delete(named: username)
            return .success("deleted user \(username)")
        case .setPassword(let username, let password):
            try await services.users.changePassword(of: username, to: Password(password))
            return .success("changed the password of \(username)")
        case .createProject(let name, let isPublic, let allowsSparseIndex, let owner):
            return try await createProject(name, isPublic: isPublic, sparse: allowsSparseIndex, owner: owner)
        case .listProjects(let json): return try await listProjects(json: json)
        case .deleteProject(let name):
            try await services.projects.delete(named: name)
            return .success("deleted project \(name)")
        case .addMember(let project, let username, let role):
            return try await addMember(username, to: project, role: role)
        case .listMembers(let project, let json): return try await listMembers(project, json: json)
        case .removeMember(let project, let username):
            try await services.members.remove(
                services.users.find(named: username), from: self.project(named: project).facts)
            return .success("removed \(username) from \(project)")
        case .verify(let json): return try await verify(json: json)
        case .collectGarbage(let isDryRun, let gracePeriod, let json):
            return try await collect(isDryRun: isDryRun, gracePeriod: gracePeriod, json: json)
        }
    }

    private func project(named name: String) async throws -> Project {
        guard let project = try await services.projects.find(named: name) else { throw ProjectError.unknown(name) }
        return project
    }

    private func createProject(
        _ text: String, isPublic: Bool, sparse: Bool, owner: String?
    ) async throws -> ControlOutcome {
        guard let name = try? ProjectName(text) else { throw ProjectError.invalidName }
        let owner = try await services.users.find(named: owner ?? "admin")
        let now = services.clock.now
        try await services.projects.create(
            name, ownerID: owner.id, isPublic: isPublic, allowsSparseIndex: sparse
        ) { project, connection in
            try MemberStore.insert(
                projectID: project.id, userID: owner.id, role: .projectAdmin, now: now, on: connection)
        }
        return .success("created project \(name)")
    }

    private func addMember(_ username: String, to project: String, role text: String) async throws -> ControlOutcome {
        guard let role = ProjectRole(name: text) else {
            let names = ProjectRole.allCases.map(\.name).joined(separator: ", ")
            return .failure("there is no role \(text): it is one of \(names)", exitCode: 2)
        }
        try await services.members.add(
            services.users.find(named: username), to: self.project(named: project).facts, role: role)
        return .success("added \(username) to \(project) as \(role.name)")
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
