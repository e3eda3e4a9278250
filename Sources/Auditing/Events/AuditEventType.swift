/// The kinds of events that the audit log knows, by which recording can be switched off.
package enum AuditEventType {
    /// Harbor's kinds first, then those of what Harbor doesn't record or doesn't have.
    package static let all: [String] = harbor + own

    private static let harbor = [
        "create_artifact", "delete_artifact", "pull_artifact", "create_project", "delete_project", "update_project",
        "delete_repository", "login_user", "logout_user", "create_user", "delete_user", "update_user", "create_robot",
        "delete_robot", "update_configuration", "create_project_member", "update_project_member",
        "delete_project_member",
    ]

    private static let own = [
        "update_robot", "create_tag", "delete_tag", "restore_artifact", "purge_artifact", "create_artifact-label",
        "delete_artifact-label", "update_repository", "rename_repository", "release_repository", "rename_project",
        "release_project", "create_label", "update_label", "delete_label", "create_user_group", "update_user_group",
        "delete_user_group", "create_role", "update_role", "delete_role", "create_immutable", "update_immutable",
        "delete_immutable", "update_quota", "delete_session", "create_garbage-collection", "update_garbage-collection",
        "stop_garbage-collection", "create_purge-audit", "update_purge-audit", "stop_purge-audit",
        "create_quota-recalculation", "update_quota-recalculation", "stop_quota-recalculation",
        "update_jobservice-monitor", "create_webhook", "update_webhook", "delete_webhook", "replay_webhook",
        "test_webhook", "create_tag-retention", "update_tag-retention", "delete_tag-retention",
        "execute_tag-retention", "stop_tag-retention",
    ]
}
