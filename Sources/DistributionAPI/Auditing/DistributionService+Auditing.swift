import Access
import Auditing
import Catalog
import OCI

extension DistributionService {
    /// Notes for the audit log that an artifact was pulled, pushed (`create`) or deleted, in Harbor's words.
    func record(
        _ operation: String, by caller: Caller, in project: Project, name: RepositoryName, reference: Reference
    ) {
        let (isTag, resource) =
            switch reference {
            case .tag(let tag): (true, "\(name):\(tag)")
            case .digest(let digest): (false, "\(name)@\(digest)")
            }
        // Deleting by tag takes the tag away and leaves the artifact.
        let type = operation == "delete" && isTag ? "tag" : "artifact"
        audit.note(
            AuditEntry(
                operator: caller.principal.name, operation: operation, resourceType: type, resource: resource,
                projectID: project.id))
    }
}
