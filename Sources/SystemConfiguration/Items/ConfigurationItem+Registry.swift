extension ConfigurationItem {
    static let tokenExpiration = number("token_expiration", 30, in: 1...10_080)
    static let sessionTimeout = number("session_timeout", 60, in: 1...43_200)
    static let robotTokenDuration = number("robot_token_duration", 30, in: 1...36_500, also: -1)
    static let robotNamePrefix = name("robot_name_prefix", "robot$", maximum: 64)
    static let selfRegistration = flag("self_registration", false)
    static let projectCreationRestriction = choice("project_creation_restriction", ["everyone", "adminonly"])
    static let readOnly = flag("read_only", false)
    static let bannerMessage = text("banner_message", maximum: 8192, allowsLines: true)
    static let quotaPerProjectEnable = flag("quota_per_project_enable", true)
    static let storagePerProject = number("storage_per_project", -1, in: 1...(1 << 60), also: -1)
    static let undeleteWindowHours = number("undelete_window_hours", 168, in: 0...8760)
    static let pullTimeUpdateDisable = flag("pull_time_update_disable", false)
    static let pullCountUpdateDisable = flag("pull_count_update_disable", false)
    static let pullAuditLogDisable = flag("pull_audit_log_disable", false)
    static let notificationEnable = flag("notification_enable", true)
    static let auditLogForwardEndpoint = text("audit_log_forward_endpoint", maximum: 300)
    static let skipAuditLogDatabase = flag("skip_audit_log_database", false)
    static let disabledAuditLogEventTypes = ConfigurationItem(
        "disabled_audit_log_event_types", .auditEvents, .text(""), hasEffect: true)

    /// The items that this version acts on.
    static let registry: [ConfigurationItem] = [
        choice("auth_mode", ["db_auth"]), tokenExpiration, sessionTimeout, robotTokenDuration, robotNamePrefix,
        selfRegistration, projectCreationRestriction, readOnly, bannerMessage, quotaPerProjectEnable,
        storagePerProject, undeleteWindowHours, pullTimeUpdateDisable, pullCountUpdateDisable, pullAuditLogDisable,
        notificationEnable, auditLogForwardEndpoint, skipAuditLogDatabase, disabledAuditLogEventTypes,
    ]

    /// All items, in the order of their keys.
    package static let all = (registry + directories + singleSignOn + others).sorted { $0.key < $1.key }

    private static let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }

    /// The item with a key; nil if there is none.
    package static func named(_ key: String) -> ConfigurationItem? {
        // Hashing long or hostile text is not for free.
        guard key.utf8.count <= 64, key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return nil }
        return byKey[key]
    }

    /// Keys that older clients of Harbor send and that have no meaning any more; they are passed over.
    package static let forgotten: Set<String> = [
        "count_per_project", "cfg_expiration", "notary_url", "with_notary", "with_chartmuseum", "with_clair",
        "email_from", "email_host", "email_identity", "email_insecure", "email_password", "email_port", "email_ssl",
        "email_username", "http_authproxy_case_sensitive", "chart_repository_cache_driver", "oidc_groups_overage",
        "robot_scanner_name_prefix",
    ]
}
