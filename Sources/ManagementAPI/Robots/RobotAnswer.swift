import Access
import OCI

/// Robot accounts as answers show them.
enum RobotAnswer {
    /// Writes an account; `now` is in seconds since 1970.
    static func write(_ account: RobotAccount, now: Int64, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", account.id)
            writer.member("name", account.name)
            writer.member("description", account.description)
            writer.member("level", account.project == nil ? "system" : "project")
            writer.member("duration", account.duration)
            writer.member("editable", true)
            writer.member("disable", account.isDisabled)
            writer.member("expires_at", account.expiresAt)
            writer.member("expires_soon", account.expiresSoon(at: now))
            writer.memberIfPresent("last_used_at", account.lastUsedAt)
            writer.member("permissions", array: account.permissions) { write($1, to: &$0) }
            writer.member("creator_type", account.creator.type)
            writer.member("creator_ref", account.creator.id)
            writer.memberIfPresent("creator_name", account.creatorName)
            writer.member("creation_time", account.createdAt)
            writer.member("update_time", account.updatedAt)
        }
    }

    /// Writes what only the maker of an account sees.
    static func writeCreated(_ account: RobotAccount, secret: String, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", account.id)
            writer.member("name", account.name)
            writer.member("secret", secret)
            writer.member("creation_time", account.createdAt)
            writer.member("expires_at", account.expiresAt)
        }
    }

    private static func write(_ entry: RobotPermission, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("kind", entry.place.kind)
            writer.member("namespace", entry.place.namespace)
            if let repositories = entry.repositories {
                writer.member("repository_pattern", repositories.description)
            }
            writer.member("access", array: entry.permissions) { writer, permission in
                writer.object {
                    $0.member("resource", permission.resource)
                    $0.member("action", permission.action)
                }
            }
        }
    }
}
