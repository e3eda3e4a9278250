import Catalog
import OCI
import Time

extension JSONWriter {
    /// Writes a project in Harbor's form (`Project`).
    mutating func project(_ details: ProjectDetails, withSettings: Bool = true) {
        let project = details.project
        object { writer in
            writer.member("project_id", project.id)
            writer.member("owner_id", project.ownerID)
            writer.member("name", project.name)
            writer.member("creation_time", project.createdAt)
            writer.member("update_time", project.updatedAt)
            writer.member("deleted", false)
            writer.member("owner_name", details.ownerName)
            writer.memberIfPresent("current_user_role_id", details.roles.first)
            writer.member("current_user_role_ids", array: details.roles) { $0.integer($1) }
            writer.member("repo_count", details.repositoryCount)
            if withSettings {
                writer.name("metadata")
                writer.metadata(details.metadata)
                writer.name("cve_allowlist")
                writer.allowlist(details.allowlist)
            }
        }
    }

    /// Writes metadata as an object of texts.
    mutating func metadata(_ metadata: ProjectMetadata) {
        object { writer in
            for (key, value) in metadata.values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                writer.member(key.rawValue, value)
            }
        }
    }

    /// Writes an allowlist in Harbor's form (`CVEAllowlist`).
    mutating func allowlist(_ list: CVEAllowlist) {
        object { writer in
            writer.member("id", list.id)
            writer.member("project_id", list.projectID ?? 0)
            writer.memberIfPresent("expires_at", list.content.expiresAt)
            writer.member("items", array: list.content.items) { writer, item in
                writer.object { $0.member("cve_id", item) }
            }
            writer.member("creation_time", list.createdAt?.internetText ?? APITime.never)
            writer.member("update_time", list.updatedAt?.internetText ?? APITime.never)
        }
    }
}
