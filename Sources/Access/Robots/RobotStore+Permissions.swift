import OCI
import SQL

/// The SQL of what robots may do.
extension RobotStore {
    /// Replaces a robot's permissions; `projects` has the numbers of the projects that they name.
    static func setPermissions(
        _ permissions: [RobotPermission], of robotID: Int64, projects: [String: ProjectFacts],
        on connection: any SQLConnection
    ) throws {
        try connection.execute("DELETE FROM robot_permission WHERE robot_id = \(robotID)")
        var rows: [SQL] = []
        for entry in permissions {
            let (place, projectID): (String, Int64?)
            switch entry.place {
            case .system: (place, projectID) = ("system", nil)
            case .everyProject: (place, projectID) = ("every-project", nil)
            case .project(let name):
                guard let known = projects[name] else { throw RobotError.unknownProject(name) }
                (place, projectID) = ("project", known.id)
            }
            for permission in entry.permissions {
                rows.append(
                    """
                    (\(robotID), \(place), \(projectID), \(entry.repositories?.description ?? ""),
                    \(permission.resource), \(permission.action))
                    """)
            }
        }
        while !rows.isEmpty {
            let some = SQL.joined(Array(rows.prefix(500)), separator: ", ")
            rows.removeFirst(min(500, rows.count))
            try connection.execute(
                """
                INSERT INTO robot_permission (robot_id, place, project_id, repository_pattern, resource, action)
                VALUES \(fragment: some)
                """)
        }
    }

    /// The permissions of the robots that `robots`, a list or a subquery in parentheses, has the numbers of.
    static func permissions(
        of robots: SQL, on connection: any SQLConnection
    ) throws -> [Int64: [RobotPermission]] {
        struct Key: Hashable {
            let place: RobotPermission.Place
            let pattern: String
        }
        var order: [Int64: [Key]] = [:]
        var permissions: [Int64: [Key: [Permission]]] = [:]
        let rows = try connection.query(
            """
            SELECT s.robot_id, s.place, s.repository_pattern, s.resource, s.action, p.name AS project
            FROM robot_permission s LEFT JOIN project p ON p.id = s.project_id
            WHERE s.robot_id IN \(fragment: robots) ORDER BY s.robot_id, s.id
            """)
        for row in rows {
            let place: RobotPermission.Place
            switch try row.text("place") {
            case "system": place = .system
            case "every-project": place = .everyProject
            default: place = .project(try row.text("project"))
            }
            let id = try row.int64("robot_id")
            let key = Key(place: place, pattern: try row.text("repository_pattern"))
            if permissions[id]?[key] == nil { order[id, default: []].append(key) }
            permissions[id, default: [:]][key, default: []].append(
                Permission(try row.text("resource"), try row.text("action")))
        }
        return try order.reduce(into: [:]) { result, entry in
            result[entry.key] = try entry.value.map { key in
                RobotPermission(
                    stored: key.place, permissions[entry.key]?[key] ?? [],
                    key.pattern.isEmpty ? nil : try Glob(key.pattern))
            }
        }
    }

    /// The projects of these names.
    static func projects(named names: [String], on connection: any SQLConnection) throws -> [String: ProjectFacts] {
        let rows = try connection.query("SELECT id, name, is_public FROM project WHERE name IN \(list: names)")
        return try rows.reduce(into: [:]) { found, row in
            let name = try row.text("name")
            found[name] = ProjectFacts(id: try row.int64("id"), name: name, isPublic: try row.bool("is_public"))
        }
    }
}
