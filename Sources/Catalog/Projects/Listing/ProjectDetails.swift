/// A project with everything that Harbor's API shows of it.
package struct ProjectDetails: Sendable {
    package let project: Project
    package let ownerName: String
    package let repositoryCount: Int64
    /// The numbers of the caller's roles in it, the most powerful first.
    package let roles: [Int64]
    package let metadata: ProjectMetadata
    package let allowlist: CVEAllowlist
}

/// What is remembered of a project beside its row.
struct ProjectExtras: Sendable {
    let ownerName: String
    let metadata: ProjectMetadata
    let allowlist: CVEAllowlist
}

/// Figures about a project.
package struct ProjectSummary: Sendable {
    package let repositoryCount: Int64
    /// How many members have each of the roles, by the roles' numbers.
    package let memberCounts: [Int64: Int64]
    /// What the project may hold and holds; nil if nobody looks after that.
    package let storage: ProjectStorage.Use?
}
