import Access
import HTTPTypes

/// The operations of features that this version doesn't have: who may call them, and that they aren't there yet.
///
/// Lists that are asked for routinely answer what is true: that there is nothing in them.
extension LaterFeatureRoutes {
    private static let artifact =
        "/projects/{project_name}/repositories/{repository_name}/artifacts/{reference}"
    private static let preheatPolicies = "/projects/{project_name}/preheat/policies"
    private static let preheatPolicy = preheatPolicies + "/{preheat_policy_name}"

    /// LDAP and OpenID Connect.
    static let directories: [Operation] = [
        Operation(.post, "/ldap/ping", "pingLdap", .system(Permission("configuration", "read"))),
        Operation(.get, "/ldap/users/search", "searchLdapUser", .system(Permission("ldap-user", "list"))),
        Operation(.post, "/ldap/users/import", "importLdapUser", .system(Permission("ldap-user", "create"))),
        Operation(.get, "/ldap/groups/search", "searchLdapGroup", .system(Permission("ldap-user", "list"))),
        Operation(.post, "/system/oidc/ping", "pingOIDC", .system(Permission("configuration", "read"))),
    ]

    /// Scanning.
    static let scanning: [Operation] = [
        Operation(.post, "\(artifact)/scan", "scanArtifact", .repository(Permission("scan", "create"))),
        Operation(.post, "\(artifact)/scan/stop", "stopScanArtifact", .repository(Permission("scan", "stop"))),
        Operation(.get, "\(artifact)/scan/{report_id}/log", "getReportLog", .repository(Permission("scan", "read"))),
        Operation(
            .get, "\(artifact)/additions/vulnerabilities", "getVulnerabilitiesAddition",
            .repository(Permission("artifact-addition", "read"))),
        Operation(
            .get, "/projects/{project_name_or_id}/scanner", "getScannerOfProject",
            .project(Permission("scanner", "read"))),
        Operation(
            .put, "/projects/{project_name_or_id}/scanner", "setScannerOfProject",
            .project(Permission("scanner", "create"))),
        Operation(
            .get, "/projects/{project_name_or_id}/scanner/candidates", "listScannerCandidatesOfProject",
            .project(Permission("scanner", "create")), isEmptyList: true),
        Operation(.get, "/scanners", "listScanners", .system(Permission("scanner", "list")), isEmptyList: true),
        Operation(.post, "/scanners", "createScanner", .system(Permission("scanner", "create"))),
        Operation(.post, "/scanners/ping", "pingScanner", .system(Permission("scanner", "read"))),
        Operation(.get, "/scanners/{registration_id}", "getScanner", .system(Permission("scanner", "read"))),
        Operation(.put, "/scanners/{registration_id}", "updateScanner", .system(Permission("scanner", "update"))),
        Operation(.delete, "/scanners/{registration_id}", "deleteScanner", .system(Permission("scanner", "delete"))),
        Operation(
            .patch, "/scanners/{registration_id}", "setScannerAsDefault",
            .system(Permission("scanner", "update"))),
        Operation(
            .get, "/scanners/{registration_id}/metadata", "getScannerMetadata",
            .system(Permission("scanner", "read"))),
        Operation(.get, "/scans/all/metrics", "getLatestScanAllMetrics", .system(Permission("scan-all", "read"))),
        Operation(
            .get, "/scans/schedule/metrics", "getLatestScheduledScanAllMetrics",
            .system(Permission("scan-all", "read"))),
        Operation(.get, "/system/scanAll/schedule", "getScanAllSchedule", .system(Permission("scan-all", "read"))),
        Operation(.put, "/system/scanAll/schedule", "updateScanAllSchedule", .system(Permission("scan-all", "update"))),
        Operation(
            .post, "/system/scanAll/schedule", "createScanAllSchedule",
            .system(Permission("scan-all", "create"))),
        Operation(.post, "/system/scanAll/stop", "stopScanAll", .system(Permission("scan-all", "stop"))),
        Operation(
            .post, "/export/cve", "exportScanData",
            .decided(by: "asks for export-cve:create in the projects of the body")),
        Operation(
            .get, "/export/cve/execution/{execution_id}", "getScanDataExportExecution",
            .decided(by: "shows an export to whoever asked for it")),
        Operation(
            .get, "/export/cve/executions", "getScanDataExportExecutionList",
            .decided(by: "shows exports to whoever asked for them")),
        Operation(
            .get, "/export/cve/download/{execution_id}", "downloadScanData",
            .decided(by: "gives an export to whoever asked for it")),
        Operation(.get, "/security/summary", "getSecuritySummary", .system(Permission("security-hub", "read"))),
        Operation(.get, "/security/vul", "ListVulnerabilities", .system(Permission("security-hub", "list"))),
    ]

    /// Preheating.
    static let preheating: [Operation] = [
        Operation(
            .get, "/p2p/preheat/providers", "ListProviders",
            .system(Permission("preheat-instance", "list")), isEmptyList: true),
        Operation(
            .post, "/p2p/preheat/instances/ping", "PingInstances",
            .system(Permission("preheat-instance", "read"))),
        Operation(
            .get, "/p2p/preheat/instances", "ListInstances",
            .system(Permission("preheat-instance", "list")), isEmptyList: true),
        Operation(.post, "/p2p/preheat/instances", "CreateInstance", .system(Permission("preheat-instance", "create"))),
        Operation(
            .get, "/p2p/preheat/instances/{preheat_instance_name}", "GetInstance",
            .system(Permission("preheat-instance", "read"))),
        Operation(
            .delete, "/p2p/preheat/instances/{preheat_instance_name}", "DeleteInstance",
            .system(Permission("preheat-instance", "delete"))),
        Operation(
            .put, "/p2p/preheat/instances/{preheat_instance_name}", "UpdateInstance",
            .system(Permission("preheat-instance", "update"))),
        Operation(
            .get, "/projects/{project_name}/preheat/providers", "ListProvidersUnderProject",
            .project(Permission("preheat-policy", "read")), isEmptyList: true),
        Operation(
            .get, "\(preheatPolicies)", "ListPolicies",
            .project(Permission("preheat-policy", "list")), isEmptyList: true),
        Operation(.post, "\(preheatPolicies)", "CreatePolicy", .project(Permission("preheat-policy", "create"))),
        Operation(.get, "\(preheatPolicy)", "GetPolicy", .project(Permission("preheat-policy", "read"))),
        Operation(.put, "\(preheatPolicy)", "UpdatePolicy", .project(Permission("preheat-policy", "update"))),
        Operation(.post, "\(preheatPolicy)", "ManualPreheat", .project(Permission("preheat-policy", "update"))),
        Operation(.delete, "\(preheatPolicy)", "DeletePolicy", .project(Permission("preheat-policy", "delete"))),
        Operation(
            .get, "\(preheatPolicy)/executions", "ListExecutions",
            .project(Permission("preheat-policy", "read"))),
        Operation(
            .get, "\(preheatPolicy)/executions/{execution_id}", "GetExecution",
            .project(Permission("preheat-policy", "read"))),
        Operation(
            .patch, "\(preheatPolicy)/executions/{execution_id}", "StopExecution",
            .project(Permission("preheat-policy", "update"))),
        Operation(
            .get, "\(preheatPolicy)/executions/{execution_id}/tasks", "ListTasks",
            .project(Permission("preheat-policy", "read"))),
        Operation(
            .get, "\(preheatPolicy)/executions/{execution_id}/tasks/{task_id}/logs", "GetPreheatLog",
            .project(Permission("preheat-policy", "read"))),
    ]

    /// Replication.
    static let replication: [Operation] = [
        Operation(
            .get, "/replication/policies", "listReplicationPolicies",
            .system(Permission("replication-policy", "list")), isEmptyList: true),
        Operation(
            .post, "/replication/policies", "createReplicationPolicy",
            .system(Permission("replication-policy", "create"))),
        Operation(
            .get, "/replication/policies/{id}", "getReplicationPolicy",
            .system(Permission("replication-policy", "read"))),
        Operation(
            .delete, "/replication/policies/{id}", "deleteReplicationPolicy",
            .system(Permission("replication-policy", "delete"))),
        Operation(
            .put, "/replication/policies/{id}", "updateReplicationPolicy",
            .system(Permission("replication-policy", "update"))),
        Operation(
            .get, "/replication/executions", "listReplicationExecutions",
            .system(Permission("replication", "list")), isEmptyList: true),
        Operation(.post, "/replication/executions", "startReplication", .system(Permission("replication", "create"))),
        Operation(
            .get, "/replication/executions/{id}", "getReplicationExecution",
            .system(Permission("replication", "read"))),
        Operation(
            .put, "/replication/executions/{id}", "stopReplication",
            .system(Permission("replication", "create"))),
        Operation(
            .get, "/replication/executions/{id}/tasks", "listReplicationTasks",
            .system(Permission("replication", "list"))),
        Operation(
            .get, "/replication/executions/{id}/tasks/{task_id}/log", "getReplicationLog",
            .system(Permission("replication", "read"))),
        Operation(
            .get, "/replication/adapters", "listRegistryProviderTypes",
            .system(Permission("replication-adapter", "list")), isEmptyList: true),
        Operation(
            .get, "/replication/adapterinfos", "listRegistryProviderInfos",
            .system(Permission("replication-adapter", "list"))),
        Operation(.post, "/registries", "createRegistry", .system(Permission("registry", "create"))),
        Operation(.get, "/registries", "listRegistries", .system(Permission("registry", "list")), isEmptyList: true),
        Operation(.post, "/registries/ping", "pingRegistry", .system(Permission("registry", "read"))),
        Operation(.get, "/registries/{id}", "getRegistry", .system(Permission("registry", "read"))),
        Operation(.delete, "/registries/{id}", "deleteRegistry", .system(Permission("registry", "delete"))),
        Operation(.put, "/registries/{id}", "updateRegistry", .system(Permission("registry", "update"))),
        Operation(.get, "/registries/{id}/info", "getRegistryInfo", .system(Permission("registry", "read"))),
    ]
}
