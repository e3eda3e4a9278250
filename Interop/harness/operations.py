"""Who may do what in the management API: one row for each way to use an operation.

The rows are the tests' own knowledge, from Harbor's behaviour; nothing here is taken from the server. `who` is
`anybody`, `signed-in`, `system RESOURCE:ACTION`, or `project RESOURCE:ACTION`: whoever has that permission in the
project of the request. A request is chosen so that it does no harm where it is allowed: what it names is absent
(NONE), or its body is not valid, since rights are looked at first.
"""

from dataclasses import dataclass

NONE = 999999999


@dataclass(frozen=True)
class Row:
    """One way to use an operation, and who may."""

    operation: str
    method: str
    path: str
    who: str
    body: str | None

    @property
    def is_hidden(self) -> bool:
        """Whether what it names by number looks absent to whoever may not see it."""
        return self.path.startswith(("/labels/", "/robots/"))

    def __str__(self) -> str:
        return f"{self.operation} ({self.method} {self.path})"


TABLE = """
getHealth | GET /health | anybody
getPing | GET /ping | anybody
getVersion | GET /api/version | anybody
getOpenAPI | GET /openapi.json | anybody
search | GET /search?q=interop | anybody
getStatistic | GET /statistics | signed-in
getSystemInfo | GET /systeminfo | anybody
getVolumes | GET /systeminfo/volumes | system system-volumes:read
getCert | GET /systeminfo/getcert | anybody
getIcon | GET /icons/sha256:0000000000000000000000000000000000000000000000000000000000000000 | anybody
getConfigurations | GET /configurations | system configuration:read
updateConfigurations | PUT /configurations | system configuration:update | {"token_expiration": "x"}
getInternalconfig | GET /internalconfig | system configuration:read

listProjects | GET /projects | anybody
headProject | HEAD /projects?project_name=PUBLIC | signed-in
createProject | POST /projects | signed-in | {"project_name": "!"}
getProject | GET /projects/PROJECT | project project:read
updateProject | PUT /projects/PROJECT | project project:update | {"metadata": {"severity": "worst"}}
deleteProject | DELETE /projects/PROJECT | project project:delete
getProjectDeletable | GET /projects/PROJECT/_deletable | project project:delete
getProjectSummary | GET /projects/PROJECT/summary | project project:read
listArtifactsOfProject | GET /projects/PROJECT/artifacts | project artifact:list
getLogs | GET /projects/PROJECT/logs | project log:list
getLogExts | GET /projects/PROJECT/auditlog-exts | project log:list
exportLogExts | GET /projects/PROJECT/auditlog-exts/export | project log:list

listProjectMetadatas | GET /projects/PROJECT/metadatas/ | project metadata:read
addProjectMetadatas | POST /projects/PROJECT/metadatas/ | project metadata:create | {"nonsense": "true"}
getProjectMetadata | GET /projects/PROJECT/metadatas/public | project metadata:read
updateProjectMetadata | PUT /projects/PROJECT/metadatas/severity | project metadata:update | {"severity": "worst"}
deleteProjectMetadata | DELETE /projects/PROJECT/metadatas/nonsense | project metadata:delete

listProjectMembers | GET /projects/PROJECT/members | project member:list
createProjectMember | POST /projects/PROJECT/members | project member:create | {"role_id": "x"}
getProjectMember | GET /projects/PROJECT/members/NONE | project member:read
updateProjectMember | PUT /projects/PROJECT/members/NONE | project member:update | {"role_id": 2}
deleteProjectMember | DELETE /projects/PROJECT/members/NONE | project member:delete

listAllRepositories | GET /repositories | anybody
listRepositories | GET /projects/PROJECT/repositories | project repository:list
getRepository | GET /projects/PROJECT/repositories/REPOSITORY | project repository:read
updateRepository | PUT /projects/PROJECT/repositories/absent | project repository:update | {"description": "x"}
deleteRepository | DELETE /projects/PROJECT/repositories/absent | project repository:delete

listArtifacts | GET /projects/PROJECT/repositories/REPOSITORY/artifacts | project artifact:list
CopyArtifact | POST /projects/PROJECT/repositories/REPOSITORY/artifacts?from=x | project artifact:create
getArtifact | GET /projects/PROJECT/repositories/REPOSITORY/artifacts/v1 | project artifact:read
deleteArtifact | DELETE /projects/PROJECT/repositories/REPOSITORY/artifacts/absent | project artifact:delete
listRepositoryTags | GET /projects/PROJECT/repositories/REPOSITORY/tags | project tag:list
listTags | GET /projects/PROJECT/repositories/REPOSITORY/artifacts/v1/tags | project tag:list
createTag | POST /projects/PROJECT/repositories/REPOSITORY/artifacts/v1/tags | project tag:create | {"name": "!"}
deleteTag | DELETE /projects/PROJECT/repositories/REPOSITORY/artifacts/v1/tags/absent | project tag:delete
listAccessories | GET /projects/PROJECT/repositories/REPOSITORY/artifacts/v1/accessories | project accessory:list
getVulnerabilitiesAddition | GET /projects/PROJECT/repositories/REPOSITORY/artifacts/v1/additions/vulnerabilities | project artifact-addition:read
getArtifactManifest | GET /projects/PROJECT/repositories/REPOSITORY/artifacts/v1/additions/manifest | project artifact:read
getAddition | GET /projects/PROJECT/repositories/REPOSITORY/artifacts/v1/additions/build_history | project artifact-addition:read
addLabel | POST /projects/PROJECT/repositories/REPOSITORY/artifacts/v1/labels | project artifact-label:create | {"id": NONE}
removeLabel | DELETE /projects/PROJECT/repositories/REPOSITORY/artifacts/v1/labels/NONE | project artifact-label:delete

ListLabels | GET /labels?scope=g | signed-in
ListLabels | GET /labels?scope=p&project_id=PROJECT_ID | project label:list
CreateLabel | POST /labels | system label:create | {"name": "FRESH", "scope": "g"}
CreateLabel | POST /labels | project label:create | {"name": "FRESH", "scope": "p", "project_id": PROJECT_ID}
GetLabelByID | GET /labels/GLOBAL_LABEL | signed-in
GetLabelByID | GET /labels/PROJECT_LABEL | project label:read
UpdateLabel | PUT /labels/GLOBAL_LABEL | system label:update | {"name": "FRESH", "scope": "g"}
UpdateLabel | PUT /labels/PROJECT_LABEL | project label:update | {"name": "FRESH", "scope": "p", "project_id": PROJECT_ID}
DeleteLabel | DELETE /labels/FRESH_GLOBAL_LABEL | system label:delete
DeleteLabel | DELETE /labels/FRESH_PROJECT_LABEL | project label:delete

ListImmuRules | GET /projects/PROJECT/immutabletagrules | project immutable-tag:list
CreateImmuRule | POST /projects/PROJECT/immutabletagrules | project immutable-tag:create | {}
UpdateImmuRule | PUT /projects/PROJECT/immutabletagrules/NONE | project immutable-tag:update | {"disabled": true}
DeleteImmuRule | DELETE /projects/PROJECT/immutabletagrules/NONE | project immutable-tag:delete

ListWebhookPoliciesOfProject | GET /projects/PROJECT/webhook/policies | project notification-policy:list
listSystemWebhookPolicies | GET /system/webhook/policies | system notification-policy:list
CreateWebhookPolicyOfProject | POST /projects/PROJECT/webhook/policies | project notification-policy:create | {}
createSystemWebhookPolicy | POST /system/webhook/policies | system notification-policy:create | {}
GetWebhookPolicyOfProject | GET /projects/PROJECT/webhook/policies/NONE | project notification-policy:read
getSystemWebhookPolicy | GET /system/webhook/policies/NONE | system notification-policy:read
UpdateWebhookPolicyOfProject | PUT /projects/PROJECT/webhook/policies/NONE | project notification-policy:update | {"enabled": false}
updateSystemWebhookPolicy | PUT /system/webhook/policies/NONE | system notification-policy:update | {"enabled": false}
DeleteWebhookPolicyOfProject | DELETE /projects/PROJECT/webhook/policies/NONE | project notification-policy:delete
deleteSystemWebhookPolicy | DELETE /system/webhook/policies/NONE | system notification-policy:delete
testWebhookPolicy | POST /projects/PROJECT/webhook/policies/NONE/test | project notification-policy:update
testSystemWebhookPolicy | POST /system/webhook/policies/NONE/test | system notification-policy:update
ListExecutionsOfWebhookPolicy | GET /projects/PROJECT/webhook/policies/NONE/executions | project notification-policy:read
listSystemWebhookExecutions | GET /system/webhook/policies/NONE/executions | system notification-policy:read
ListTasksOfWebhookExecution | GET /projects/PROJECT/webhook/policies/NONE/executions/NONE/tasks | project notification-policy:read
listSystemWebhookTasks | GET /system/webhook/policies/NONE/executions/NONE/tasks | system notification-policy:read
replayWebhookExecution | POST /projects/PROJECT/webhook/policies/NONE/executions/NONE/replay | project notification-policy:update
replaySystemWebhookExecution | POST /system/webhook/policies/NONE/executions/NONE/replay | system notification-policy:update
GetLogsOfWebhookTask | GET /projects/PROJECT/webhook/policies/NONE/executions/NONE/tasks/NONE/log | project notification-policy:read
getSystemWebhookTaskLog | GET /system/webhook/policies/NONE/executions/NONE/tasks/NONE/log | system notification-policy:read
previewWebhook | POST /projects/PROJECT/webhook/preview | project notification-policy:read | {}
previewSystemWebhook | POST /system/webhook/preview | system notification-policy:read | {}
LastTrigger | GET /projects/PROJECT/webhook/lasttrigger | project notification-policy:list
listSystemWebhookTriggers | GET /system/webhook/lasttrigger | system notification-policy:list
GetSupportedEventTypes | GET /projects/PROJECT/webhook/events | project notification-policy:read
getSystemWebhookEventTypes | GET /system/webhook/events | system notification-policy:read
ListWebhookJobs | GET /projects/PROJECT/webhook/jobs?policy_id=NONE | project notification-policy:list
getRentenitionMetadata | GET /retentions/metadatas | signed-in
createRetention | POST /retentions | project tag-retention:create | {"rules": 1, "scope": {"level": "project", "ref": PROJECT_ID}}
previewRetention | POST /retentions/preview | project tag-retention:read | {"rules": 1, "scope": {"level": "project", "ref": PROJECT_ID}}
getRetention | GET /retentions/RETENTION | project tag-retention:read
updateRetention | PUT /retentions/RETENTION | project tag-retention:update | {}
triggerRetentionExecution | POST /retentions/RETENTION/executions | project tag-retention:update | {"dry_run": "x"}
listRetentionExecutions | GET /retentions/RETENTION/executions | project tag-retention:list
operateRetentionExecution | PATCH /retentions/RETENTION/executions/NONE | project tag-retention:update | {"action": "stop"}
listRetentionTasks | GET /retentions/RETENTION/executions/NONE/tasks | project tag-retention:list
getRetentionTaskLog | GET /retentions/RETENTION/executions/NONE/tasks/NONE | project tag-retention:read
listRetentionCandidates | GET /retentions/RETENTION/executions/NONE/tasks/NONE/candidates | project tag-retention:read
deleteRetention | DELETE /retentions/RETENTION | project tag-retention:delete

listQuotas | GET /quotas | system quota:list
getQuota | GET /quotas/NONE | system quota:read
updateQuota | PUT /quotas/NONE | system quota:update | {"hard": {"storage": 1}}

ListRobot | GET /robots | system robot:list
ListRobot | GET /robots?q=Level=project,ProjectID=PROJECT_ID | project robot:list
CreateRobot | POST /robots | system robot:create | {"name": "FRESH", "level": "system", "duration": 1, "permissions": [{"kind": "system", "namespace": "/", "access": [{"resource": "robot", "action": "create"}]}]}
CreateRobot | POST /robots | project robot:create | {"name": "FRESH", "level": "project", "duration": 1, "permissions": [{"kind": "project", "namespace": "PROJECT", "access": [{"resource": "robot", "action": "create"}]}]}
GetRobotByID | GET /robots/SYSTEM_ROBOT | system robot:read
GetRobotByID | GET /robots/PROJECT_ROBOT | project robot:read
UpdateRobot | PUT /robots/PROJECT_ROBOT | project robot:update | {}
RefreshSec | PATCH /robots/PROJECT_ROBOT | project robot:update | {}
DeleteRobot | DELETE /robots/FRESH_SYSTEM_ROBOT | system robot:delete
DeleteRobot | DELETE /robots/FRESH_PROJECT_ROBOT | project robot:delete
getPermissions | GET /permissions | project robot:create

listUsers | GET /users | system user:list
createUser | POST /users | system user:create | {"username": "FRESH", "password": "Str0ngEnough", "email": "FRESH@example.com", "realname": "x"}
getCurrentUserInfo | GET /users/current | signed-in
getCurrentUserPermissions | GET /users/current/permissions | signed-in
searchUsers | GET /users/search?username=a | signed-in
getUser | GET /users/NONE | system user:read
updateUserProfile | PUT /users/NONE | system user:update | {"email": "x@example.com", "realname": "x", "comment": ""}
deleteUser | DELETE /users/NONE | system user:delete
setUserSysAdmin | PUT /users/2/sysadmin | administrator | {"sysadmin_flag": false}
updateUserPassword | PUT /users/NONE/password | system user:update | {"old_password": "Str0ngEnough", "new_password": "Str0ngEnough2"}
setCliSecret | PUT /users/NONE/cli_secret | system user:update | {"secret": "Str0ngEnough"}

listUserGroups | GET /usergroups | system user-group:list
createUserGroup | POST /usergroups | system user-group:create | {"group_name": 1}
searchUserGroups | GET /usergroups/search?groupname=a | signed-in
getUserGroup | GET /usergroups/NONE | system user-group:read
updateUserGroup | PUT /usergroups/NONE | system user-group:update | {"group_name": "x"}
deleteUserGroup | DELETE /usergroups/NONE | system user-group:delete

listAuditLogs | GET /audit-logs | signed-in
listAuditLogExts | GET /auditlog-exts | signed-in
exportAuditLogExts | GET /auditlog-exts/export?format=ndjson | signed-in
listAuditLogEventTypes | GET /auditlog-exts/events | signed-in
getSystemCVEAllowlist | GET /system/CVEAllowlist | signed-in
putSystemCVEAllowlist | PUT /system/CVEAllowlist | administrator | {"items": "x"}

listRoles | GET /roles | signed-in
createRole | POST /roles | administrator | {}
getRole | GET /roles/1 | signed-in
updateRole | PUT /roles/NONE | administrator | {}
deleteRole | DELETE /roles/NONE | administrator
getProjectDeletionPreview | GET /projects/PROJECT/deletion-preview | project project:delete
renameProject | POST /projects/PROJECT/rename | project project:update | {"name": "!"}
listFormerNamesOfProject | GET /projects/PROJECT/former-names | project project:read
releaseFormerNameOfProject | DELETE /projects/PROJECT/former-names/absent | administrator
renameRepository | POST /projects/PROJECT/repositories/REPOSITORY/rename | project repository:delete | {"name": "!"}
listFormerNamesOfRepository | GET /projects/PROJECT/repositories/REPOSITORY/former-names | project repository:read
releaseFormerNameOfRepository | DELETE /projects/PROJECT/repositories/REPOSITORY/former-names/absent | administrator
listTrash | GET /projects/PROJECT/trash | project artifact:delete
purgeTrash | DELETE /projects/PROJECT/trash | project artifact:delete
restoreTrash | POST /projects/PROJECT/trash/NONE/restore | project artifact:create | {}
purgeTrashEntry | DELETE /projects/PROJECT/trash/NONE | project artifact:delete
searchAll | GET /search/all?q=interop&kind=repository | anybody
deleteCliSecret | DELETE /users/NONE/cli_secret | system user:update
listCurrentUserSessions | GET /users/current/sessions | signed-in
endCurrentUserSession | DELETE /users/current/sessions/absent | signed-in
listUserGroupMembers | GET /usergroups/NONE/members | system user-group:read
addUserGroupMember | POST /usergroups/NONE/members | administrator | {"username": "guest"}
removeUserGroupMember | DELETE /usergroups/NONE/members/NONE | system user-group:update
getGCHistory | GET /system/gc | system garbage-collection:list
getGC | GET /system/gc/NONE | system garbage-collection:read
stopGC | PUT /system/gc/NONE | system garbage-collection:stop
getGCLog | GET /system/gc/NONE/log | system garbage-collection:read
getGCSchedule | GET /system/gc/schedule | system garbage-collection:read
createGCSchedule | POST /system/gc/schedule | system garbage-collection:create | {}
updateGCSchedule | PUT /system/gc/schedule | system garbage-collection:update | {}
getPurgeHistory | GET /system/purgeaudit | system purge-audit:list
getPurgeJob | GET /system/purgeaudit/NONE | system purge-audit:read
stopPurge | PUT /system/purgeaudit/NONE | system purge-audit:stop
getPurgeJobLog | GET /system/purgeaudit/NONE/log | system purge-audit:read
getPurgeSchedule | GET /system/purgeaudit/schedule | system purge-audit:read
createPurgeSchedule | POST /system/purgeaudit/schedule | system purge-audit:create | {}
updatePurgeSchedule | PUT /system/purgeaudit/schedule | system purge-audit:update | {}
getQuotaRecalculationHistory | GET /system/quotas/recalculation | system quota:list
getQuotaRecalculation | GET /system/quotas/recalculation/NONE | system quota:read
stopQuotaRecalculation | PUT /system/quotas/recalculation/NONE | system quota:update
getQuotaRecalculationLog | GET /system/quotas/recalculation/NONE/log | system quota:read
getQuotaRecalculationSchedule | GET /system/quotas/recalculation/schedule | system quota:read
createQuotaRecalculationSchedule | POST /system/quotas/recalculation/schedule | system quota:update | {}
updateQuotaRecalculationSchedule | PUT /system/quotas/recalculation/schedule | system quota:update | {}
getWorkerPools | GET /jobservice/pools | system jobservice-monitor:list
getWorkers | GET /jobservice/pools/absent/workers | system jobservice-monitor:list
stopRunningJob | PUT /jobservice/jobs/NONE | system jobservice-monitor:stop
actionGetJobLog | GET /jobservice/jobs/NONE/log | system jobservice-monitor:list
listJobQueues | GET /jobservice/queues | system jobservice-monitor:list
actionPendingJobs | PUT /jobservice/queues/ABSENT | system jobservice-monitor:stop | {"action": "pause"}
listSchedules | GET /schedules | system jobservice-monitor:list
getSchedulePaused | GET /schedules/all/paused | signed-in
"""


def row(line: str) -> Row:
    """Reads a line of the table."""
    operation, request, who, *body = (part.strip() for part in line.split(" | "))
    method, path = request.split(" ", 1)
    return Row(operation, method, path, who, body[0] if body else None)


ROWS = [row(line) for line in TABLE.strip().splitlines() if line]
