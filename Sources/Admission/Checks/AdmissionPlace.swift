package import OCI

/// The repository that a change is made in, as the checks see it.
package struct AdmissionPlace: Sendable, Hashable {
    package let projectID: Int64
    package let repositoryID: Int64
    package let name: RepositoryName

    package init(projectID: Int64, repositoryID: Int64, name: RepositoryName) {
        self.projectID = projectID
        self.repositoryID = repositoryID
        self.name = name
    }
}
