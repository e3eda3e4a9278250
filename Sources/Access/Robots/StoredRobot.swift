import OCI
import SQL

/// What of a robot account decides about requests.
struct StoredRobot: Sendable {
    let robot: Robot
    let secret: RobotSecret
    let isDisabled: Bool
    /// Seconds since 1970 UTC; -1: never.
    let expiresAt: Int64

    /// Whether it may do anything at a moment, in seconds since 1970.
    func isActive(at now: Int64) -> Bool { !isDisabled && (expiresAt < 0 || now < expiresAt) }

    /// The name that a robot signs in with, taken apart.
    struct LoginName: Hashable, Sendable {
        /// Nil for a robot of the system.
        let project: String?
        let name: String

        /// Reads a name without its prefix; nil if it can't be a robot's.
        init?(_ text: Substring) {
            let parts = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
            guard text.utf8.count <= 511, let last = parts.last, (try? ProjectName(last)) != nil else { return nil }
            project = parts.count == 2 ? String(parts[0]) : nil
            if let project, (try? ProjectName(project)) == nil { return nil }
            name = String(last)
        }
    }

    /// The number of a robot by its name, in which its project may have one of its former names.
    static func id(of name: LoginName, on connection: any SQLConnection) throws -> Int64? {
        guard let project = name.project else {
            return try connection.query("SELECT id FROM robot WHERE name = \(name.name) AND project_id IS NULL")
                .first?.int64("id")
        }
        return try connection.query(
            """
            SELECT r.id FROM robot r WHERE r.name = \(name.name) AND r.project_id = coalesce(
                (SELECT p.id FROM project p WHERE p.name = \(project)),
                (SELECT f.project_id FROM former_project_name f WHERE f.name = \(project)))
            """
        ).first?.int64("id")
    }

    /// A robot by its number, with all that it may do; one statement.
    static func find(id: Int64, prefix: String, on connection: any SQLConnection) throws -> StoredRobot? {
        let rows = try connection.query(
            """
            SELECT r.name, r.project_id, p.name AS project, r.secret_salt, r.secret_code, r.secret_version,
                r.is_disabled, r.expires_at, s.place, s.project_id AS place_id, s.repository_pattern, s.resource,
                s.action
            FROM robot r LEFT JOIN project p ON p.id = r.project_id LEFT JOIN robot_permission s ON s.robot_id = r.id
            WHERE r.id = \(id)
            """)
        guard let row = rows.first else { return nil }
        let project = try row.optionalText("project")
        return StoredRobot(
            robot: Robot(
                id: id, name: prefix + (project.map { "\($0)+" } ?? "") + (try row.text("name")),
                projectID: try row.optionalInt64("project_id"), secretVersion: try row.int64("secret_version"),
                grants: try RobotGrants(rows: rows)),
            secret: RobotSecret(salt: try row.bytes("secret_salt"), code: try row.bytes("secret_code")),
            isDisabled: try row.bool("is_disabled"), expiresAt: try row.int64("expires_at"))
    }
}

extension RobotGrants {
    /// Puts permissions together, one a row.
    fileprivate init(rows: [Row]) throws {
        struct Place: Hashable {
            let project: Int64?
            let pattern: String
        }
        var system: Set<Permission> = []
        var inProjects: [Place: Set<Permission>] = [:]
        for row in rows {
            guard let place = try row.optionalText("place") else { continue }
            let permission = Permission(try row.text("resource"), try row.text("action"))
            if place == "system" {
                system.insert(permission)
            } else {
                let key = Place(
                    project: try row.optionalInt64("place_id"), pattern: try row.text("repository_pattern"))
                inProjects[key, default: []].insert(permission)
            }
        }
        var everyProject: [Grant] = []
        var projects: [Int64: [Grant]] = [:]
        for (place, permissions) in inProjects {
            let grant = Grant(permissions, repositories: place.pattern.isEmpty ? nil : try Glob(place.pattern))
            if let project = place.project {
                projects[project, default: []].append(grant)
            } else {
                everyProject.append(grant)
            }
        }
        self.init(system: system, everyProject: everyProject, projects: projects)
    }
}
