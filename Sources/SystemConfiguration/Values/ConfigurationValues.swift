/// The configuration that the registry acts on, at one moment.
package struct ConfigurationValues: Sendable, Hashable {
    /// Who may make projects.
    package enum ProjectCreationRestriction: String, Sendable, Hashable {
        case everyone
        case administratorsOnly = "adminonly"
    }

    /// Minutes for which tokens hold.
    package let tokenMinutes: Int64
    /// What the names of robots begin with when they sign in.
    package let robotNamePrefix: String
    /// Days for which a robot's secret holds unless it says otherwise; -1: for ever.
    package let robotTokenDays: Int64
    /// Whether nothing may be changed or pushed.
    package let isReadOnly: Bool
    /// Whether anybody may make an account for themselves.
    package let allowsSelfRegistration: Bool
    /// Who may make projects.
    package let projectCreationRestriction: ProjectCreationRestriction
    /// Minutes after which an unused session ends.
    package let sessionMinutes: Int64
    /// Bytes that a new project may hold; -1: without a limit.
    package let storagePerProject: Int64
    /// Whether quotas are enforced.
    package let isQuotaEnabled: Bool
    /// Hours for which deleted artifacts and tags can be brought back; 0: they can't.
    package let undeleteHours: Int64
    /// What the portal shows to everybody, as the client gave it; empty for nothing.
    package let bannerMessage: String
    /// Kinds of audited events that are not recorded, such as `pull_artifact`.
    package let disabledAuditEvents: Set<String>
    /// Whether pulls leave the time of the last pull as it is.
    package let isPullTimeDisabled: Bool
    /// Whether pulls are not counted.
    package let isPullCountDisabled: Bool
    /// Whether pulls are not recorded in the audit log.
    package let isPullAuditDisabled: Bool
    /// Whether webhooks tell of what happens.
    package let areNotificationsSent: Bool
    /// The syslog server that audit records are sent to; nil for none.
    package let auditForwardEndpoint: SyslogEndpoint?
    /// Whether audit records are only sent and not kept.
    package let isAuditDatabaseSkipped: Bool

    /// The values by key; what is missing has its standard value.
    package init(_ values: [String: ConfigurationValue] = [:]) {
        func flag(_ item: ConfigurationItem) -> Bool {
            (values[item.key] ?? item.standard).flag ?? false
        }
        func number(_ item: ConfigurationItem) -> Int64 {
            (values[item.key] ?? item.standard).number ?? 0
        }
        func text(_ item: ConfigurationItem) -> String {
            (values[item.key] ?? item.standard).text ?? ""
        }
        tokenMinutes = number(.tokenExpiration)
        robotNamePrefix = text(.robotNamePrefix)
        robotTokenDays = number(.robotTokenDuration)
        isReadOnly = flag(.readOnly)
        allowsSelfRegistration = flag(.selfRegistration)
        projectCreationRestriction =
            ProjectCreationRestriction(rawValue: text(.projectCreationRestriction)) ?? .administratorsOnly
        sessionMinutes = number(.sessionTimeout)
        storagePerProject = number(.storagePerProject)
        isQuotaEnabled = flag(.quotaPerProjectEnable)
        undeleteHours = number(.undeleteWindowHours)
        bannerMessage = text(.bannerMessage)
        disabledAuditEvents = Set(text(.disabledAuditLogEventTypes).split(separator: ",").map(String.init))
        isPullTimeDisabled = flag(.pullTimeUpdateDisable)
        isPullCountDisabled = flag(.pullCountUpdateDisable)
        isPullAuditDisabled = flag(.pullAuditLogDisable)
        areNotificationsSent = flag(.notificationEnable)
        auditForwardEndpoint = try? SyslogEndpoint(parsing: text(.auditLogForwardEndpoint))
        isAuditDatabaseSkipped = flag(.skipAuditLogDatabase)
    }
}
