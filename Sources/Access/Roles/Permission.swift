/// What somebody may do with one kind of resource inside a project, in Harbor's words.
package struct Permission: Hashable, Sendable, CustomStringConvertible {
    /// The kind of resource, such as `repository`.
    package let resource: String
    /// What is done with it, such as `pull`.
    package let action: String

    package init(_ resource: String, _ action: String) {
        self.resource = resource
        self.action = action
    }

    package var description: String { "\(resource):\(action)" }

    package static let projectRead = Permission("project", "read")
    package static let repositoryPull = Permission("repository", "pull")
    package static let repositoryPush = Permission("repository", "push")
    package static let repositoryList = Permission("repository", "list")
    package static let artifactList = Permission("artifact", "list")
    package static let artifactDelete = Permission("artifact", "delete")
    /// Outside of projects: list the names of all repositories.
    package static let catalogRead = Permission("catalog", "read")
}
