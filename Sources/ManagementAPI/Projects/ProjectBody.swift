import Catalog
import HTTPServing
import OCI

/// What a request says about a project (Harbor's `ProjectReq`).
struct ProjectBody {
    /// More than this nobody may grant: 1024 TiB.
    private static let largestLimit: Int64 = 1 << 50
    private let body: JSONBody

    init(_ body: JSONBody) { self.body = body }

    /// The name of a new project.
    func name() throws -> ProjectName {
        let text = try body.required("project_name")
        do {
            return try ProjectName(text)
        } catch { throw ProjectError.invalidName }
    }

    /// Metadata and allowlist. Metadata that nobody knows is left out, as Harbor does; empty texts count as absent.
    func settings() throws -> ProjectSettings {
        var metadata = ProjectMetadata()
        if let isPublic = try body.bool("public") { try metadata.set(.isPublic, to: isPublic ? "true" : "false") }
        if let object = try body.object("metadata") {
            for key in ProjectMetadata.Key.allCases {
                guard let value = try object.string(key.rawValue, maximum: 1024), !value.isEmpty else { continue }
                try metadata.set(key, to: value)
            }
        }
        return ProjectSettings(metadata: metadata, allowlist: try body.object("cve_allowlist").map(Self.allowlist))
    }

    /// The most bytes that the project may hold; nil: nothing is said, or 0, which Harbor takes for nothing.
    func storageLimit() throws -> Int64? {
        guard let limit = try body.integer("storage_limit"), limit != 0 else { return nil }
        guard limit == -1 || (1...Self.largestLimit).contains(limit) else {
            throw HTTPFailure.badRequest("storage_limit must be -1 (no limit) or from 1 to \(Self.largestLimit) bytes")
        }
        return limit
    }

    /// Refuses what belongs to projects that fetch from other registries.
    func refuseProxy() throws {
        guard let registry = try body.integer("registry_id"), registry != 0 else { return }
        throw HTTPFailure.notImplemented(
            "projects that fetch from another registry are not part of this version: leave registry_id out")
    }

    /// Reads an allowlist (Harbor's `CVEAllowlist`).
    static func allowlist(_ body: JSONBody) throws -> CVEAllowlistContent {
        let items = try (body.objects("items", maximum: 5000) ?? []).map { try $0.required("cve_id", maximum: 64) }
        return try CVEAllowlistContent(items: items, expiresAt: body.integer("expires_at"))
    }
}
