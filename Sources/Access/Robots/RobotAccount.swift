import OCI
import SQL
package import Time

/// A robot account as those see it who look after it.
package struct RobotAccount: Hashable, Sendable {
    /// Seconds before its end from which an account counts as expiring soon: seven days.
    package static let warningSeconds: Int64 = 7 * 86_400

    package let id: Int64
    /// The project that it belongs to; nil for a robot of the system.
    package let project: ProjectFacts?
    /// The name without prefix and project.
    package let shortName: String
    /// The name that it signs in with.
    package let name: String
    package let description: String
    /// Days from the account's making to its end; -1: it has none.
    package let duration: Int64
    /// Seconds since 1970 UTC; -1: never.
    package let expiresAt: Int64
    package let isDisabled: Bool
    package let creator: RobotCreator
    /// The name of whoever made it; nil if that account is no more.
    package let creatorName: String?
    /// When it was last seen, a minute exactly; nil: never.
    package let lastUsedAt: Timestamp?
    package let createdAt: Timestamp
    package let updatedAt: Timestamp
    package let secretVersion: Int64
    package internal(set) var permissions: [RobotPermission] = []

    init(row: Row, prefix: String) throws {
        id = try row.int64("id")
        shortName = try row.text("name")
        if let projectID = try row.optionalInt64("project_id") {
            project = ProjectFacts(
                id: projectID, name: try row.text("project_name"), isPublic: try row.bool("project_is_public"))
        } else {
            project = nil
        }
        name = prefix + (project.map { "\($0.name)+" } ?? "") + shortName
        description = try row.text("description")
        duration = try row.int64("duration")
        expiresAt = try row.int64("expires_at")
        isDisabled = try row.bool("is_disabled")
        let isOfRobot = try row.text("creator_type") == "robot"
        creator = RobotCreator(isRobot: isOfRobot, id: try row.int64("creator_ref"))
        creatorName = try row.optionalText("creator_name").map { isOfRobot ? prefix + $0 : $0 }
        lastUsedAt = try row.optionalInt64("last_used_at").map { Timestamp(microseconds: $0) }
        createdAt = Timestamp(microseconds: try row.int64("created_at"))
        updatedAt = Timestamp(microseconds: try row.int64("updated_at"))
        secretVersion = try row.int64("secret_version")
    }

    /// Whether it may sign in at a moment, in seconds since 1970.
    package func isActive(at now: Int64) -> Bool { !isDisabled && (expiresAt < 0 || now < expiresAt) }

    /// Whether it ends within seven days.
    package func expiresSoon(at now: Int64) -> Bool {
        expiresAt >= 0 && now < expiresAt && expiresAt <= now + Self.warningSeconds
    }

    /// When an account made at a moment ends; -1: never.
    static func end(of duration: Int64, from createdAt: Timestamp) -> Int64 {
        duration < 0 ? -1 : createdAt.seconds + duration * 86_400
    }
}

/// Who made a robot account.
package struct RobotCreator: Hashable, Sendable {
    package let isRobot: Bool
    /// The user's or the robot's number.
    package let id: Int64

    /// `local` for users or `robot`, as Harbor's API has it.
    package var type: String { isRobot ? "robot" : "local" }
}

/// A robot account that is about to be made; its parts are checked when it is.
package struct NewRobot: Sendable {
    package let name: String
    let description: String
    /// Nil: what the configuration says.
    let duration: Int64?
    let isDisabled: Bool
    let secret: String?
    /// The name of its project; nil for a robot of the system.
    let project: String?
    let permissions: [RobotPermission]

    /// Checks the parts; throws `RobotError`. A duration of 0 stands for the configured one.
    package init(
        name: String, description: String = "", duration: Int64? = nil, isDisabled: Bool = false,
        secret: String? = nil, project: String? = nil, permissions: [RobotPermission]
    ) throws(RobotError) {
        guard (try? ProjectName(name)) != nil else { throw .invalidName }
        if let secret { try RobotSecret.check(secret) }
        self.name = name
        self.description = description
        self.duration = try Self.checked(duration)
        self.isDisabled = isDisabled
        self.secret = secret
        self.project = project
        self.permissions = permissions
        try Self.check(permissions, project: project)
    }

    /// Checks the days of an account's life; 0 becomes nil.
    static func checked(_ duration: Int64?) throws(RobotError) -> Int64? {
        guard let duration, duration != 0 else { return nil }
        guard duration == -1 || (1..<Int64(Int32.max)).contains(duration) else { throw .invalidDuration }
        return duration
    }

    /// Checks that a project's robot gets nothing elsewhere.
    static func check(_ permissions: [RobotPermission], project: String?) throws(RobotError) {
        guard !permissions.isEmpty else { throw .noPermissions }
        guard let project else { return }
        for permission in permissions where permission.place != .project(project) {
            throw .otherProject(permission.place.namespace)
        }
    }
}

/// What is to change in a robot account; what is nil stays.
package struct RobotChange: Sendable {
    package let description: String?
    /// Days, -1 for ever, 0 for the configured duration.
    package let duration: Int64?
    package let isDisabled: Bool?
    package let permissions: [RobotPermission]?

    package init(
        description: String? = nil, duration: Int64? = nil, isDisabled: Bool? = nil,
        permissions: [RobotPermission]? = nil
    ) {
        self.description = description
        self.duration = duration
        self.isDisabled = isDisabled
        self.permissions = permissions
    }
}
