/// What a webhook may tell of, in Harbor's words and order.
package enum WebhookEventType: String, CaseIterable, Sendable {
    case pushArtifact = "PUSH_ARTIFACT"
    case pullArtifact = "PULL_ARTIFACT"
    case deleteArtifact = "DELETE_ARTIFACT"
    case quotaExceed = "QUOTA_EXCEED"
    case quotaWarning = "QUOTA_WARNING"
    case scanningFailed = "SCANNING_FAILED"
    case scanningStopped = "SCANNING_STOPPED"
    case scanningCompleted = "SCANNING_COMPLETED"
    case replication = "REPLICATION"
    case tagRetention = "TAG_RETENTION"

    /// Whether events of this type are about certain artifacts of a repository, so that a policy's patterns of
    /// repositories and tags apply to them.
    package var isAboutArtifacts: Bool {
        switch self {
        case .pushArtifact, .pullArtifact, .deleteArtifact, .scanningFailed, .scanningStopped, .scanningCompleted: true
        case .quotaExceed, .quotaWarning, .replication, .tagRetention: false
        }
    }
}
