/// Of which entries of the audit log a list may be made.
package enum AuditScope: Sendable, Hashable {
    /// Of all, also those that belong to no project.
    case everything
    /// Of all projects, whichever there are.
    case everyProject
    /// Of those of these projects.
    case projects([Int64])
}
