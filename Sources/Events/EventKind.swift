/// The kinds of events that others can be told of, by Harbor's names.
package enum EventKind: String, Hashable, Sendable, CaseIterable {
    /// An artifact was pushed, or copied into a repository.
    case artifactPushed = "PUSH_ARTIFACT"
    /// A manifest was pulled.
    case artifactPulled = "PULL_ARTIFACT"
    /// An artifact was deleted, whoever or whatever did it.
    case artifactDeleted = "DELETE_ARTIFACT"
    /// A push was refused because the project's storage limit would have been exceeded.
    case quotaExceeded = "QUOTA_EXCEED"
    /// A project's usage has come near its storage limit.
    case quotaWarning = "QUOTA_WARNING"
    /// A run of a retention policy has ended.
    case retentionFinished = "TAG_RETENTION"
}
