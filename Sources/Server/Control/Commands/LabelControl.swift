import Catalog
import HTTPServing
import Listing
import Time

/// What the command line asks of labels; without a project they are those of the whole registry.
package enum LabelControl: Codable, Sendable {
    case create(name: String, description: String, color: String, project: String?)
    case list(project: String?, json: Bool)
    case delete(name: String, project: String?)

    /// The command in words for the log.
    var summary: String {
        switch self {
        case .create(let name, _, _, _): "create label \(name)"
        case .list: "list labels"
        case .delete(let name, _): "delete label \(name)"
        }
    }
}

/// Carries commands about labels out.
struct LabelCommandExecutor {
    private struct Line: Encodable {
        let id: Int64
        let name: String
        let description: String
        let color: String
        let scope: String
        let projectID: Int64?
        let creationTime: String
    }

    let services: RegistryServices

    func execute(_ command: LabelControl) async throws -> ControlOutcome {
        switch command {
        case .create(let name, let description, let color, let project):
            let content = try LabelContent(name: name, description: description, color: color)
            _ = try await services.labels.create(content, projectID: try await projectID(project))
            return .success("created label \(name)")
        case .list(let project, let json): return try await list(project, json: json)
        case .delete(let name, let project):
            let found = try await all(project).first { $0.content.name == name }
            guard let found else { return .failure("there is no label \(name)") }
            try await services.labels.delete(found.id)
            return .success("deleted label \(name)")
        }
    }

    private func list(_ project: String?, json: Bool) async throws -> ControlOutcome {
        let labels = try await all(project)
        guard json else {
            let rows = labels.map { [String($0.id), $0.content.name, $0.content.color, $0.content.description] }
            return .success(CommandTable.text(["ID", "NAME", "COLOUR", "DESCRIPTION"], rows))
        }
        return .success(
            try CommandExecutor.json(
                labels.map {
                    Line(
                        id: $0.id, name: $0.content.name, description: $0.content.description,
                        color: $0.content.color, scope: $0.projectID == nil ? "g" : "p", projectID: $0.projectID,
                        creationTime: HTTPDate.internet(secondsSince1970: Int($0.createdAt.seconds)))
                }))
    }

    private func all(_ project: String?) async throws -> [Label] {
        let everything = ListRequest(page: .everything)
        return try await services.labels.list(everything, projectID: try await projectID(project)).elements
    }

    private func projectID(_ name: String?) async throws -> Int64? {
        guard let name else { return nil }
        guard let project = try await services.projects.find(named: name) else { throw ProjectError.unknown(name) }
        return project.id
    }
}
