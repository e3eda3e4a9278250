/// Something that happened and that the audit log is to keep.
package struct AuditEntry: Sendable, Hashable {
    /// The name of whoever did it; empty for nobody who signed in.
    package let `operator`: String
    /// What was done, such as `create`, `delete`, `pull` or `login`.
    package let operation: String
    /// What it was done to, such as `artifact`, `project` or `user`.
    package let resourceType: String
    /// The name of what it was done to.
    package let resource: String
    /// A sentence about it; empty: it is made from the rest.
    package let description: String
    /// Whether it was done; false if it was refused or failed.
    package let isSuccess: Bool
    /// The project that it happened in, if any.
    package let projectID: Int64?

    /// Makes an entry; it is cut to what the log holds when it is written.
    package init(
        operator: String, operation: String, resourceType: String, resource: String, description: String = "",
        isSuccess: Bool = true, projectID: Int64? = nil
    ) {
        self.operator = `operator`
        self.operation = operation
        self.resourceType = resourceType
        self.resource = resource
        self.description = description
        self.isSuccess = isSuccess
        self.projectID = projectID
    }

    /// The kind of event, such as `create_artifact`, by which recording is switched off.
    package var eventType: String { "\(operation)_\(resourceType)" }
}
