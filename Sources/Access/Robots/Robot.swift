/// A robot account as requests come from it: a program with a secret and with permissions of its own.
package struct Robot: Hashable, Sendable {
    package let id: Int64
    /// The name that it signs in with: prefix, project and name, such as `robot$team+builder`.
    package let name: String
    /// The project that it belongs to; nil for a robot of the system.
    package let projectID: Int64?
    /// Counts the secret's changes: tokens got with an older one no longer hold.
    package let secretVersion: Int64
    package let grants: RobotGrants

    package init(id: Int64, name: String, projectID: Int64?, secretVersion: Int64, grants: RobotGrants) {
        self.id = id
        self.name = name
        self.projectID = projectID
        self.secretVersion = secretVersion
        self.grants = grants
    }
}

/// What a robot may do.
package struct RobotGrants: Hashable, Sendable {
    /// Outside of projects.
    package let system: Set<Permission>
    /// In every project there is.
    package let everyProject: [Grant]
    /// In single projects, by their numbers.
    package let projects: [Int64: [Grant]]

    package init(system: Set<Permission> = [], everyProject: [Grant] = [], projects: [Int64: [Grant]] = [:]) {
        self.system = system
        self.everyProject = everyProject
        self.projects = projects
    }

    /// What holds in one project.
    package func grants(in projectID: Int64) -> [Grant] {
        guard let own = projects[projectID] else { return everyProject }
        return everyProject.isEmpty ? own : everyProject + own
    }
}
