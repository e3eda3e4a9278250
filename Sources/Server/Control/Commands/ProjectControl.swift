import Catalog
import HTTPServing
import Identity
import OCI
import Time

/// What the command line asks of projects.
package enum ProjectControl: Codable, Sendable {
    case create(name: String, isPublic: Bool, allowsSparseIndex: Bool, owner: String?)
    case list(json: Bool)
    case rename(name: String, newName: String)
    /// With `force` whatever it holds goes with it.
    case delete(name: String, force: Bool)

    /// The command in words for the log.
    var summary: String {
        switch self {
        case .create(let name, let isPublic, _, _): "create \(isPublic ? "public" : "private") project \(name)"
        case .list: "list projects"
        case .rename(let name, let newName): "rename project \(name) to \(newName)"
        case .delete(let name, let force): "delete project \(name)\(force ? " with everything in it" : "")"
        }
    }
}

/// Carries commands about projects out.
struct ProjectCommandExecutor {
    private struct Line: Encodable {
        let projectID: Int64
        let name: String
        let `public`: Bool
        let allowSparseIndex: Bool
        let creationTime: String
    }

    let services: RegistryServices

    func execute(_ command: ProjectControl) async throws -> ControlOutcome {
        switch command {
        case .create(let name, let isPublic, let allowsSparseIndex, let owner):
            return try await create(name, isPublic: isPublic, sparse: allowsSparseIndex, owner: owner)
        case .list(let json): return try await list(json: json)
        case .rename(let name, let text):
            guard let newName = try? ProjectName(text) else { throw ProjectError.invalidName }
            try await services.renames.rename(find(name), to: newName)
            return .success("renamed project \(name) to \(newName)")
        case .delete(let name, force: false):
            try await services.projects.delete(named: name)
            return .success("deleted project \(name)")
        case .delete(let name, force: true):
            try await services.projectDeletion.delete(find(name))
            return .success("deleted project \(name) with everything in it")
        }
    }

    /// A project by its name; throws `ProjectError.unknown`.
    func find(_ name: String) async throws -> Project {
        guard let project = try await services.projects.find(named: name) else { throw ProjectError.unknown(name) }
        return project
    }

    private func create(
        _ text: String, isPublic: Bool, sparse: Bool, owner: String?
    ) async throws -> ControlOutcome {
        guard let name = try? ProjectName(text) else { throw ProjectError.invalidName }
        let owner = try await services.users.find(named: owner ?? "admin")
        var metadata = ProjectMetadata()
        try metadata.set(.isPublic, to: isPublic ? "true" : "false")
        try metadata.set(.allowsSparseIndex, to: sparse ? "true" : "false")
        try await services.projects.create(
            NewProject(name: name, ownerID: owner.id, settings: .init(metadata: metadata)))
        return .success("created project \(name)")
    }

    private func list(json: Bool) async throws -> ControlOutcome {
        let projects = try await services.projects.list()
        guard json else {
            let rows = projects.map { [String($0.id), $0.name, $0.isPublic ? "public" : "private"] }
            return .success(CommandTable.text(["ID", "NAME", "ACCESS"], rows))
        }
        return .success(
            try CommandExecutor.json(
                projects.map {
                    Line(
                        projectID: $0.id, name: $0.name, public: $0.isPublic,
                        allowSparseIndex: $0.allowsSparseIndex,
                        creationTime: HTTPDate.internet(secondsSince1970: Int($0.createdAt.seconds)))
                }))
    }
}
