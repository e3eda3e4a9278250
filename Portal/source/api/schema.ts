// Made by scripts/generate-portal-types.py from api/openapi.yaml. Do not edit.
// deno-fmt-ignore-file

export interface Access {
  resource?: string;
  action?: string;
  effect?: "allow" | "";
}

export interface Accessory {
  id: ID;
  artifact_id: ID;
  subject_artifact_id?: number;
  subject_artifact_digest: Digest;
  subject_artifact_repo?: string;
  size: Count;
  digest: Digest;
  type: string;
  artifact_type?: string;
  icon?: string;
  creation_time?: Time;
}

export interface ActionRequest {
  action: "stop" | "pause" | "resume";
}

export interface Artifact {
  id: ID;
  type: string;
  media_type: string;
  manifest_media_type: string;
  artifact_type?: string;
  project_id: ID;
  repository_id: ID;
  repository_name?: string;
  digest: Digest;
  size: Count;
  icon?: string;
  push_time: Time;
  pull_time?: Time;
  extra_attrs?: Record<string, unknown> | null;
  annotations?: Record<string, string> | null;
  references?: Array<Reference> | null;
  tags?: Array<Tag> | null;
  tag_count?: number;
  labels?: Array<Label> | null;
  accessories?: Array<Accessory> | null;
  inherited_accessories?: Array<Accessory> | null;
  addition_links?: Record<string, { href?: string; absolute?: boolean }>;
  scan_overview?: Record<string, unknown> | null;
  sbom_overview?: Record<string, unknown> | null;
}

export interface AuditLog {
  id: ID;
  username: string;
  resource: string;
  resource_type: string;
  operation: string;
  op_time: Time;
}

export interface AuditLogEventType {
  event_type: string;
}

export interface AuditLogExt {
  id: ID;
  username: string;
  resource: string;
  resource_type: string;
  operation: string;
  operation_description?: string;
  operation_result: boolean;
  op_time: Time;
}

/** Bytes by resource; the only resource is `storage`, and -1 is no limit. */
export type Bytes = Record<string, number>;

export interface CVEAllowlist {
  id?: number;
  project_id?: number;
  expires_at?: number | null;
  items?: Array<CVEAllowlistItem> | null;
  creation_time?: Time;
  update_time?: Time;
}

export interface CVEAllowlistItem {
  cve_id?: string;
}

export interface CVEAllowlistReq {
  expires_at?: number | null;
  items?: Array<CVEAllowlistItem> | null;
}

export interface ComponentHealthStatus {
  name: string;
  status: HealthStatus;
  error?: string;
}

export interface ConfigurationItem {
  value: unknown | null;
  editable: boolean;
}

/** Settings by their names; those not named stay. */
export interface Configurations {
  auth_mode?: "db_auth" | "ldap_auth" | "oidc_auth" | "http_auth" | "uaa_auth";
  primary_auth_mode?: boolean;
  ldap_base_dn?: string;
  ldap_filter?: string;
  ldap_group_base_dn?: string;
  ldap_group_admin_dn?: string;
  ldap_group_attribute_name?: string;
  ldap_group_search_filter?: string;
  ldap_group_search_scope?: number;
  ldap_scope?: number;
  ldap_search_dn?: string;
  ldap_search_password?: string;
  ldap_timeout?: number;
  ldap_uid?: string;
  ldap_url?: string;
  ldap_verify_cert?: boolean;
  ldap_group_membership_attribute?: string;
  ldap_group_attach_parallel?: boolean;
  scan_all_policy?: Record<string, unknown>;
  project_creation_restriction?: "everyone" | "adminonly";
  read_only?: boolean;
  self_registration?: boolean;
  token_expiration?: number;
  uaa_client_id?: string;
  uaa_client_secret?: string;
  uaa_endpoint?: string;
  uaa_verify_cert?: boolean;
  http_authproxy_endpoint?: string;
  http_authproxy_tokenreview_endpoint?: string;
  http_authproxy_admin_groups?: string;
  http_authproxy_admin_usernames?: string;
  http_authproxy_verify_cert?: boolean;
  http_authproxy_skip_search?: boolean;
  http_authproxy_server_certificate?: string;
  oidc_name?: string;
  oidc_endpoint?: string;
  oidc_client_id?: string;
  oidc_client_secret?: string;
  oidc_groups_claim?: string;
  oidc_group_filter?: string;
  oidc_scope?: string;
  oidc_user_claim?: string;
  oidc_verify_cert?: boolean;
  oidc_auto_onboard?: boolean;
  oidc_extra_redirect_parms?: string;
  oidc_logout?: boolean;
  robot_token_duration?: number;
  robot_name_prefix?: string;
  notification_enable?: boolean;
  quota_per_project_enable?: boolean;
  storage_per_project?: number;
  pull_time_update_disable?: boolean;
  pull_count_update_disable?: boolean;
  pull_audit_log_disable?: boolean;
  audit_log_forward_endpoint?: string;
  skip_audit_log_database?: boolean;
  scanner_skip_update_pulltime?: boolean;
  disabled_audit_log_event_types?: string;
  session_timeout?: number;
  banner_message?: string;
}

/** Each setting as `{"value": …, "editable": …}`; passwords and secrets are never among them. */
export type ConfigurationsResponse = Record<string, ConfigurationItem>;

export type Count = number;

export interface DeletionPreview {
  repository_count: Count;
  artifact_count: Count;
  tag_count: Count;
  member_count: Count;
  robot_count: Count;
  label_count: Count;
  trash_count: Count;
  bytes: Count;
}

export type Digest = string;

export interface Error {
  code: string;
  message: string;
}

/** What went wrong, and what to do. */
export interface Errors {
  errors: Array<Error>;
}

export type Flag = "true" | "false" | null;

export interface FormerName {
  name: string;
  until: string;
}

/** Only `auth_mode`, `primary_auth_mode`, `self_registration`, `banner_message` and `oidc_provider_name` are for everybody. */
export interface GeneralInfo {
  auth_mode: string;
  primary_auth_mode?: boolean;
  self_registration?: boolean;
  banner_message?: string;
  oidc_provider_name?: string;
  harbor_version?: string;
  external_url?: string;
  registry_url?: string;
  has_ca_root?: boolean;
  read_only?: boolean;
  project_creation_restriction?: "everyone" | "adminonly";
  registry_storage_provider_name?: string;
  undelete_window_hours?: number;
  notification_enable?: boolean;
  current_time?: Time;
}

/** 1 LDAP, 2 authentication proxy, 3 OpenID Connect, 4 local. */
export type GroupType = 1 | 2 | 3 | 4;

export type HealthStatus = "healthy" | "unhealthy";

export type ID = number;

export interface Icon {
  'content-type': string;
  content: string;
}

export interface ImmutableRule {
  id: ID;
  priority?: number;
  disabled: boolean;
  action: "immutable";
  template: "immutable_template";
  params?: Record<string, unknown> | null;
  tag_selectors: Array<ImmutableSelector>;
  scope_selectors: ScopeSelectors;
}

export interface ImmutableRuleReq {
  id?: number;
  priority?: number;
  disabled?: boolean;
  action?: "immutable";
  template?: "immutable_template";
  params?: Record<string, unknown> | null;
  tag_selectors?: Array<ImmutableSelector>;
  scope_selectors?: ScopeSelectors;
}

export interface ImmutableSelector {
  kind?: "doublestar";
  decoration?: "matches" | "excludes" | "repoMatches" | "repoExcludes";
  pattern?: string;
  extras?: string;
}

export type InternalConfigurationsResponse = Record<string, ConfigurationItem>;

export interface JobHistory {
  id: ID;
  job_name: string;
  job_kind: "MANUAL" | "SCHEDULE" | "EVENT";
  job_parameters: string;
  job_status: JobStatus;
  status_message?: string;
  schedule?: ScheduleObj;
  creation_time: Time;
  start_time?: Time;
  end_time?: Time;
  update_time?: Time;
  deleted?: boolean;
}

export interface JobQueue {
  job_type: string;
  count: Count;
  latency: number;
  paused: boolean;
}

export interface JobSchedule {
  id: number;
  job_name?: string;
  job_kind?: string;
  schedule: ScheduleObj;
  job_parameters?: string;
  parameters?: Record<string, unknown>;
  creation_time?: Time;
  update_time?: Time;
  deleted?: boolean;
}

export type JobStatus = "Pending" | "Running" | "Success" | "Error" | "Stopped";

export interface Label {
  id: ID;
  name: string;
  description?: string;
  color?: string;
  scope: LabelScope;
  project_id?: number;
  creation_time?: Time;
  update_time?: Time;
}

export interface LabelReference {
  id?: ID;
}

export interface LabelReq {
  name?: string;
  description?: string;
  color?: string;
  scope?: LabelScope;
  project_id?: number;
}

/** g is the whole system and p a project. */
export type LabelScope = "g" | "p";

export interface LoginForm {
  principal: string;
  password: string;
}

export interface OIDCCliSecretReq {
  secret?: Password;
}

export interface OverallHealthStatus {
  status: HealthStatus;
  components: Array<ComponentHealthStatus>;
}

/** 8 to 128 characters, with an upper-case letter, a lower-case letter and a digit. */
export type Password = string;

export interface PasswordReq {
  old_password?: string;
  new_password?: Password;
}

export interface Permission {
  resource: string;
  action: string;
}

export interface Permissions {
  system: Array<Permission>;
  project: Array<Permission>;
}

export interface Project {
  project_id: ID;
  owner_id?: number;
  owner_name?: string;
  name: string;
  registry_id?: number | null;
  creation_time: Time;
  update_time: Time;
  deleted?: boolean;
  togglable?: boolean;
  current_user_role_id?: number;
  current_user_role_ids?: Array<number> | null;
  repo_count: Count;
  metadata: ProjectMetadata;
  cve_allowlist?: CVEAllowlist;
}

export interface ProjectDeletable {
  deletable: boolean;
  message?: string;
}

/** A role, and either a user or a group. */
export interface ProjectMember {
  role_id?: RoleID;
  member_user?: { user_id?: number; username?: string };
  member_group?: { id?: number; group_name?: string; group_type?: GroupType; ldap_group_dn?: string };
  repository_pattern?: RepositoryPattern;
}

export interface ProjectMemberEntity {
  id: ID;
  project_id: ID;
  entity_id?: ID;
  entity_name: string;
  entity_type: "u" | "g";
  role_id: RoleID;
  role_name: string;
  repository_pattern?: string;
}

/** Entries of `ProjectMetadataReq`, as far as they are set; `public` always is. */
export interface ProjectMetadata {
  public: "true" | "false";
}

/** Values are strings, booleans too. */
export interface ProjectMetadataReq {
  public?: Flag;
  enable_content_trust?: Flag;
  enable_content_trust_cosign?: Flag;
  prevent_vul?: Flag;
  severity?: "none" | "low" | "medium" | "high" | "critical" | null;
  auto_scan?: Flag;
  auto_sbom_generation?: Flag;
  reuse_sys_cve_allowlist?: Flag;
  retention_id?: string | null;
  proxy_speed_kb?: string | null;
  max_upstream_conn?: string | null;
  proxy_cache_local_on_not_found?: Flag;
  proxy_referrer_api?: Flag;
  proxy_cache_filter_pattern?: string | null;
  proxy_cache_filter_kind?: "doublestar" | "regex" | null;
}

export type ProjectName = string;

export interface ProjectReq {
  project_name?: ProjectName;
  public?: boolean | null;
  metadata?: ProjectMetadataReq;
  cve_allowlist?: CVEAllowlistReq;
  storage_limit?: number | null;
  registry_id?: number | null;
}

export interface ProjectSummary {
  repo_count: Count;
  project_admin_count?: Count;
  maintainer_count?: Count;
  developer_count?: Count;
  guest_count?: Count;
  limited_guest_count?: Count;
  quota?: { hard?: Bytes; used?: Bytes };
}

export interface Quota {
  id: ID;
  ref: { id: ID; name: string; owner_name?: string };
  hard: Bytes;
  used: Bytes;
  creation_time?: Time;
  update_time?: Time;
}

export interface QuotaUpdateReq {
  hard: { storage: number };
}

/** A manifest that an index lists. */
export interface Reference {
  parent_id: ID;
  child_id: Count;
  child_digest: Digest;
  platform?: { architecture?: string; os?: string; 'os.version'?: string; 'os.features'?: Array<string> | null; variant?: string } | null;
  annotations?: Record<string, string> | null;
  urls?: Array<string> | null;
}

export interface RenameReq {
  name: string;
}

export interface Repository {
  id: ID;
  project_id: ID;
  name: string;
  description?: string;
  artifact_count: Count;
  pull_count: Count;
  creation_time: Time;
  update_time: Time;
}

/** *Extension.* Limits it to the repositories of the project that a glob matches: `*`, `**`, `?`, `{a,b}`, `[a-z]`. */
export type RepositoryPattern = string;

export interface RepositoryReq {
  description?: string;
}

/** A tag with what it names. */
export interface RepositoryTag {
  id: ID;
  repository_id: ID;
  artifact_id: ID;
  name: string;
  push_time: Time;
  pull_time: Time;
  immutable: boolean;
  digest: Digest;
  type: string;
  size: Count;
}

export interface Restoration {
  repository_name: string;
  digests: Array<Digest>;
  tags: Array<string>;
  skipped_tags: Array<string>;
}

export interface RestorationReq {
  only_this?: boolean;
  skip_taken_tags?: boolean;
}

export interface RetentionActionReq {
  action: "stop";
}

/** *Extension.* An artifact, or at the level `tag` a tag, and what becomes of it. */
export interface RetentionCandidate {
  repository?: string;
  digest: string;
  tags: Array<string>;
  tag_count: number;
  labels: Array<string>;
  push_time: Time;
  pull_time?: string;
  decision: "RETAIN" | "DEL" | "IMMUTABLE";
  reason_code: "RULE" | "IN_KEPT_INDEX" | "RECENT" | "IMMUTABLE" | "CHANGED" | "NOT_KEPT" | "NOT_SELECTED";
  reason: string;
  rule_id?: number;
  template?: RetentionTemplate;
}

/** *Extension.* One of several things that a rule looks at. */
export interface RetentionCondition {
  template: "latestPushedK" | "latestPulledN" | "latestActiveK" | "nDaysSinceLastPush" | "nDaysSinceLastPull" | "lastXDays" | "always" | "nothing";
  params?: RetentionParameters;
}

export interface RetentionExecution {
  id: ID;
  policy_id: ID;
  start_time?: Time;
  end_time?: Time;
  status: "Pending" | "Running" | "Success" | "Error" | "Stopped";
  status_message?: string;
  trigger: "MANUAL" | "SCHEDULE";
  dry_run: boolean;
  repositories?: number;
  total?: number;
  retained?: number;
  deleted?: number;
}

/** *Extension.* `artifact`, as Harbor: an artifact stays or goes with all its tags. `tag`: each tag stays or goes by itself; an artifact that loses its last tag goes with it. */
export type RetentionLevel = "artifact" | "tag";

export interface RetentionMetadata {
  templates: Array<RetentionRuleMetadata>;
  scope_selectors: Array<RetentionSelectorMetadata>;
  tag_selectors: Array<RetentionSelectorMetadata>;
}

/** The number that the template asks for, under the template's name: 0 to 32766 artifacts, 10 if it is missing; 0 to 36500 days, 30 if it is missing (`lastXDays`: 10). */
export type RetentionParameters = Record<string, number> | null;

export interface RetentionPolicy {
  id: ID;
  algorithm: "or";
  level: RetentionLevel;
  rules: Array<RetentionRule>;
  trigger: { kind?: "Schedule"; settings?: { cron?: string; catch_up?: boolean; next_scheduled_time?: Time }; references?: Record<string, unknown> };
  scope: { level?: "project"; ref?: ID };
}

export interface RetentionPolicyReq {
  algorithm?: "or";
  level?: RetentionLevel;
  rules: Array<RetentionRule>;
  trigger?: { kind?: "Schedule"; settings?: { cron?: string; catch_up?: boolean } };
  scope: { level: "project"; ref: number };
}

/** *Extension.* What a policy would do. */
export interface RetentionPreview {
  is_complete: boolean;
  total: number;
  retained: number;
  deleted: number;
  repositories: Array<{ repository: string; total: number; retained: number; deleted: number }>;
  candidates: Array<RetentionCandidate>;
}

export interface RetentionRule {
  id?: number;
  priority?: number;
  disabled?: boolean;
  action?: "retain";
  template: RetentionTemplate;
  params?: RetentionParameters;
  conditions?: Array<RetentionCondition>;
  tag_selectors: Array<RetentionSelector>;
  scope_selectors: Record<string, Array<RetentionSelector>>;
}

export interface RetentionRuleMetadata {
  rule_template: RetentionTemplate;
  display_text: string;
  action: "retain";
  params: Array<{ type?: string; unit?: "COUNT" | "DAYS"; required?: boolean }>;
}

export interface RetentionRunReq {
  dry_run?: boolean;
}

export interface RetentionSelector {
  kind?: "doublestar" | "regex";
  decoration: "matches" | "excludes" | "repoMatches" | "repoExcludes";
  pattern: string;
  extras?: string;
}

export interface RetentionSelectorMetadata {
  display_text: string;
  kind: "doublestar" | "regex";
  decorations: Array<string>;
}

export interface RetentionTask {
  id: ID;
  execution_id: ID;
  repository: string;
  job_id: string;
  status: "Pending" | "Running" | "Success" | "Error" | "Stopped";
  status_code: number;
  status_revision: number;
  start_time?: Time;
  end_time?: Time;
  total: number;
  retained: number;
  deleted?: number;
}

/** What a rule keeps of what it is about: so many that were pushed (`latestPushedK`), pulled (`latestPulledN`) or either (`latestActiveK`) last, what was pushed (`nDaysSinceLastPush`, `lastXDays`) or pulled (`nDaysSinceLastPull`) within so many days, everything (`always`), or `nothing`. *Extension:* `anyOf` keeps what any of the rule's `conditions` keeps, `allOf` what all of them keep. */
export type RetentionTemplate = "latestPushedK" | "latestPulledN" | "latestActiveK" | "nDaysSinceLastPush" | "nDaysSinceLastPull" | "lastXDays" | "always" | "nothing" | "anyOf" | "allOf";

export interface Robot {
  id: ID;
  name: string;
  description?: string;
  level: RobotLevel;
  duration?: number | null;
  editable: boolean;
  disable: boolean;
  expires_at: number;
  expires_soon?: boolean;
  last_used_at?: string;
  permissions: Array<RobotPermission>;
  creator_type?: "local" | "robot";
  creator_ref?: number;
  creator_name?: string;
  creation_time?: Time;
  update_time?: Time;
}

export interface RobotCreate {
  name?: string;
  description?: string;
  secret?: Password;
  level?: RobotLevel;
  disable?: boolean;
  duration?: RobotDuration;
  permissions?: Array<RobotPermission>;
}

export interface RobotCreated {
  id: ID;
  name: string;
  secret: string;
  creation_time: Time;
  expires_at: number;
}

/** Days; -1 is for ever, 0 is refused. */
export type RobotDuration = number | null;

export type RobotLevel = "system" | "project";

export interface RobotPermission {
  kind?: "system" | "project";
  repository_pattern?: RepositoryPattern;
  namespace?: string;
  access?: Array<Access>;
}

export interface RobotSec {
  secret?: string;
}

/** `name` and `level` stay; if they are sent they must be the account's own. */
export interface RobotUpdate {
  id?: number;
  name?: string;
  description?: string;
  level?: RobotLevel;
  disable?: boolean;
  duration?: RobotDuration;
  permissions?: Array<RobotPermission>;
}

export interface Role {
  id: RoleID;
  name: string;
  description: string;
  is_builtin: boolean;
  permissions: Array<Permission>;
}

/** 1 project administrator, 2 developer, 3 guest, 4 maintainer, 5 limited guest; custom roles have further numbers. */
export type RoleID = number;

export interface RoleReq {
  name: string;
  description?: string;
  permissions: Array<{ resource: string; action: string }>;
}

export interface RoleRequest {
  role_id?: RoleID;
  repository_pattern?: RepositoryPattern;
}

export interface ScheduleObj {
  type?: "Hourly" | "Daily" | "Weekly" | "Custom" | "Schedule" | "Manual" | "None";
  cron?: string;
  catch_up?: boolean;
  next_scheduled_time?: Time;
}

export interface ScheduleRequest {
  schedule: { type?: "Hourly" | "Daily" | "Weekly" | "Custom" | "Schedule" | "Manual" | "None"; cron?: string; catch_up?: boolean };
  parameters?: Record<string, unknown>;
}

export interface ScheduleTask {
  id: ID;
  vendor_type: string;
  vendor_id: number;
  cron: string;
  catch_up?: boolean;
  update_time?: Time;
  next_time?: Time;
  paused?: boolean;
}

export interface SchedulerStatus {
  paused: boolean;
}

/** Which repositories, under the key `repository`. */
export type ScopeSelectors = Record<string, Array<ImmutableSelector>>;

export interface Search {
  project: Array<Project>;
  repository: Array<{ project_id?: ID; project_name?: string; project_public?: boolean; repository_name?: string; pull_count?: Count; artifact_count?: Count }>;
}

export type SearchKind = "project" | "repository" | "tag" | "digest" | "label";

export interface SearchResult {
  kind: SearchKind;
  project_id?: ID;
  project_name?: string;
  project_public: boolean;
  repository_name?: string;
  tag?: string;
  digest?: Digest;
  label?: Label;
}

export interface Session {
  id: string;
  current: boolean;
  creation_time: Time;
  last_seen_time: Time;
  address: string;
  user_agent: string;
}

export interface Statistic {
  private_project_count: Count;
  private_repo_count: Count;
  public_project_count: Count;
  public_repo_count: Count;
  total_project_count: Count;
  total_repo_count: Count;
  total_storage_consumption: number;
}

export type Strings = Record<string, string>;

export interface SupportedWebhookEventTypes {
  event_type: Array<WebhookEventType>;
  notify_type: Array<string>;
  payload_formats: Array<{ notify_type: string; formats: Array<string> }>;
}

export interface SystemInfo {
  storage: Array<{ total: Count; free: Count }>;
}

export interface Tag {
  id: ID;
  repository_id: ID;
  artifact_id: ID;
  name: string;
  push_time: Time;
  pull_time?: Time;
  immutable: boolean;
}

export interface TagReq {
  name?: string;
}

export type Time = string;

export interface TrashEntry {
  id: ID;
  deletion_id: string;
  kind: "artifact" | "tag";
  project_id: ID;
  repository_id: ID;
  repository_name: string;
  digest: Digest;
  media_type?: string;
  artifact_type?: string;
  size?: Count;
  tags: Array<string>;
  deleted_by: string;
  deleted_at: Time;
  expires_at: string;
}

export interface UserCreationReq {
  username?: string;
  email?: string;
  realname?: string;
  comment?: string;
  password?: Password;
}

export interface UserExistsForm {
  target: "username" | "email";
  value: string;
}

export interface UserGroup {
  id: ID;
  group_name: string;
  group_type: GroupType;
  ldap_group_dn?: string;
}

export interface UserGroupMember {
  user_id: ID;
  username: string;
  realname: string;
  creation_time: Time;
}

/** One of both. */
export interface UserGroupMemberReq {
  user_id?: ID;
  username?: string;
}

export interface UserGroupReq {
  group_name?: string;
  group_type?: GroupType;
  ldap_group_dn?: string;
}

export interface UserGroupSearchItem {
  id: ID;
  group_name: string;
  group_type: GroupType;
}

export interface UserProfile {
  email?: string;
  realname?: string;
  comment?: string;
}

export interface UserResp {
  user_id: ID;
  username: string;
  email?: string;
  realname?: string;
  comment?: string;
  sysadmin_flag: boolean;
  admin_role_in_auth: boolean;
  creation_time?: Time;
  update_time?: Time;
}

export interface UserSearchRespItem {
  user_id: ID;
  username: string;
}

export interface UserSysAdminFlag {
  sysadmin_flag?: boolean;
}

export interface Version {
  version: "v2.0";
}

export type WebhookEventType = "PUSH_ARTIFACT" | "PULL_ARTIFACT" | "DELETE_ARTIFACT" | "QUOTA_EXCEED" | "QUOTA_WARNING" | "SCANNING_FAILED" | "SCANNING_STOPPED" | "SCANNING_COMPLETED" | "REPLICATION" | "TAG_RETENTION";

export interface WebhookExecution {
  id: ID;
  vendor_type: "WEBHOOK" | "SLACK";
  vendor_id: ID;
  status: WebhookStatus;
  status_message?: string;
  metrics: Record<string, number>;
  trigger: "EVENT" | "MANUAL";
  extra_attrs: Record<string, unknown>;
  creation_time?: Time;
  start_time?: Time;
  end_time?: Time;
}

export interface WebhookJob {
  id: ID;
  policy_id: ID;
  event_type: string;
  notify_type: string;
  status: WebhookStatus;
  job_detail?: string;
  creation_time?: Time;
  update_time?: Time;
}

export interface WebhookLastTrigger {
  policy_name: string;
  event_type: WebhookEventType;
  enabled: boolean;
  creation_time: Time;
  last_trigger_time?: Time;
}

export interface WebhookPolicy {
  id: ID;
  name: string;
  description?: string;
  project_id: number;
  targets: Array<WebhookTarget>;
  event_types: Array<WebhookEventType>;
  creator: string;
  creation_time: Time;
  update_time: Time;
  enabled: boolean;
  repository_filter?: string;
  tag_filter?: string;
  last_delivery?: { execution_id: ID; status: WebhookStatus; time: Time };
}

/** A new policy needs a name, an event and a target. */
export interface WebhookPolicyReq {
  name?: string;
  description?: string;
  targets?: Array<WebhookTarget>;
  event_types?: Array<WebhookEventType>;
  enabled?: boolean;
  repository_filter?: string;
  tag_filter?: string;
}

export interface WebhookPreview {
  content_type: string;
  body: string;
}

export interface WebhookPreviewReq {
  event_type?: WebhookEventType;
  target: WebhookTarget;
}

export type WebhookStatus = "Pending" | "Running" | "Success" | "Error" | "Stopped";

export interface WebhookTarget {
  type: "http" | "slack" | "dingtalk" | "wecom" | "feishu";
  address: string;
  auth_header?: string;
  skip_cert_verify?: boolean;
  payload_format?: "Default" | "CloudEvents" | "Custom";
  secret?: string;
  body_template?: string;
  content_type?: string;
  timeout_seconds?: number;
  attempts?: number;
}

export interface WebhookTask {
  id: ID;
  execution_id: ID;
  status: WebhookStatus;
  status_message?: string;
  run_count: number;
  extra_attrs: Record<string, unknown>;
  creation_time?: Time;
  update_time?: Time;
  start_time?: Time;
  end_time?: Time;
}

export interface WebhookTestReq {
  event_type?: WebhookEventType;
}

export interface Worker {
  id: string;
  pool_id: string;
  job_id: string;
  job_name: string;
  start_at?: Time;
  check_in?: string;
  checkin_at?: Time;
}

export interface WorkerPool {
  worker_pool_id: string;
  host?: string;
  pid?: number;
  start_at?: Time;
  heartbeat_at?: Time;
  concurrency?: number;
}
