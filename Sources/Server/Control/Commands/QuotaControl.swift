import Catalog
import Listing
import Quotas

/// What the command line asks of the storage that projects may use.
package enum QuotaControl: Codable, Sendable {
    case list(json: Bool)
    /// `bytes`: -1 for no limit.
    case set(project: String, bytes: Int64)

    /// The command in words for the log.
    var summary: String {
        switch self {
        case .list: "list quotas"
        case .set(let project, let bytes): "set the quota of \(project) to \(bytes)"
        }
    }
}

/// Carries commands about quotas out.
struct QuotaCommandExecutor {
    private struct Line: Encodable {
        let project: String
        let used: Int64
        let hard: Int64
    }

    let services: RegistryServices

    func execute(_ command: QuotaControl) async throws -> ControlOutcome {
        switch command {
        case .list(let json): return try await list(json: json)
        case .set(let name, let bytes):
            let project = try await ProjectCommandExecutor(services: services).find(name)
            try await services.quotas.setLimit(StorageLimit(bytes), projectID: project.id)
            return .success(bytes < 0 ? "\(name) has no limit now" : "\(name) may hold \(bytes) bytes now")
        }
    }

    private func list(json: Bool) async throws -> ControlOutcome {
        let everything = ListRequest(page: .everything)
        let quotas = try await services.quotas.list(everything).elements
        guard json else {
            let rows = quotas.map { quota in
                [quota.projectName, String(quota.used), quota.limit.bytes.map { String($0) } ?? "none"]
            }
            return .success(CommandTable.text(["PROJECT", "BYTES USED", "LIMIT"], rows))
        }
        return .success(
            try CommandExecutor.json(
                quotas.map { Line(project: $0.projectName, used: $0.used, hard: $0.limit.number) }))
    }
}
