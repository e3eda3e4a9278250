package import Catalog
package import HTTPServing

extension ProjectError: ManagementFailure {
    /// Harbor's status for each: 409 for names that are taken, 412 for a project that isn't empty.
    package var httpFailure: HTTPFailure {
        switch self {
        case .invalidName, .invalidRepositoryName, .repositoryNameTooLong: .badRequest(description)
        case .nameTaken, .nameReserved, .repositoryNameTaken: .conflict(description)
        case .unknown, .unknownRepository, .unknownFormerName: .notFound(description)
        case .notEmpty: .preconditionFailed(description)
        }
    }
}

extension ProjectMetadata.Failure: ManagementFailure {
    /// 400, as Harbor.
    package var httpFailure: HTTPFailure { .badRequest(description) }
}

extension CVEAllowlistContent.Failure: ManagementFailure {
    /// 400, as Harbor.
    package var httpFailure: HTTPFailure { .badRequest(description) }
}
