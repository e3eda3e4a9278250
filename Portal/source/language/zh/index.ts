import { apiReference } from "./apiReference.ts";
import { artifact } from "./artifact.ts";
import { auditForwarding } from "./auditForwarding.ts";
import { auditLog } from "./auditLog.ts";
import { auditPurge } from "./auditPurge.ts";
import { commands } from "./commands.ts";
import { common } from "./common.ts";
import { configuration } from "./configuration.ts";
import { groups } from "./groups.ts";
import { health } from "./health.ts";
import { home } from "./home.ts";
import { jobs } from "./jobs.ts";
import { labels } from "./labels.ts";
import { members } from "./members.ts";
import { policy } from "./policy.ts";
import { profile } from "./profile.ts";
import { project } from "./project.ts";
import { projectSettings } from "./projectSettings.ts";
import { projects } from "./projects.ts";
import { pullSecret } from "./pullSecret.ts";
import { quotas } from "./quotas.ts";
import { repository } from "./repository.ts";
import { retention } from "./retention.ts";
import { robots } from "./robots.ts";
import { roles } from "./roles.ts";
import { search } from "./search.ts";
import { shell } from "./shell.ts";
import { signIn } from "./signIn.ts";
import { systemLabels } from "./systemLabels.ts";
import { trash } from "./trash.ts";
import { users } from "./users.ts";
import { webhooks } from "./webhooks.ts";

/** The catalogue in Simplified Chinese. */
export const text = {
  jobs,
  apiReference,
  artifact,
  auditForwarding,
  auditLog,
  auditPurge,
  commands,
  common,
  configuration,
  groups,
  health,
  home,
  labels,
  members,
  policy,
  profile,
  project,
  projectSettings,
  projects,
  pullSecret,
  quotas,
  repository,
  retention,
  robots,
  roles,
  search,
  shell,
  signIn,
  systemLabels,
  trash,
  users,
  webhooks,
};
