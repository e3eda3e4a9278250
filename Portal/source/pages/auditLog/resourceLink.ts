import type { AuditLogExt } from "../../api/schema.ts";
import { artifactAddress, projectAddress, repositoryAddress, splitRepositoryName } from "../../platform/addresses.ts";

/** After these what an entry names is not there any more, or was never a page. */
const endings = new Set(["delete", "purge", "release", "logout"]);

/**
 * The page of what an entry of the audit log is about, or null if it has none.
 *
 * `project` is the project whose log it is, or null in the registry's log, which only administrators see.
 */
export function resourceLink(entry: AuditLogExt, project: string | null): string | null {
  const { operation, operation_result: isDone, resource, resource_type: type } = entry;
  if (!resource || endings.has(operation) || (operation === "create" && !isDone)) return null;
  switch (type) {
    case "artifact":
    case "artifact-label":
    case "tag":
    case "repository":
      return contentLink(resource);
    case "project":
      return projectAddress(resource);
    case "quota":
    case "immutable":
      return projectAddress(resource, "policy");
    case "tag-retention":
      return projectAddress(resource, "retention");
    case "webhook":
      return project && projectAddress(project, "webhooks");
    case "project_member":
      return project && projectAddress(project, "members");
    case "label":
      return project && projectAddress(project, "labels");
    case "robot":
      return robotLink(resource, project);
    default:
      return project ? null : administrationLink(type, resource);
  }
}

/** The page of `project/repository`, `project/repository:tag` or `project/repository@digest`. */
function contentLink(resource: string): string | null {
  const match = /^([^/:@]+\/[^:@]+)(?:[:@](.+))?$/.exec(resource);
  if (!match?.[1]) return null;
  const { project, repository } = splitRepositoryName(match[1]);
  return match[2] ? artifactAddress(project, repository, match[2]) : repositoryAddress(project, repository);
}

/** A robot account's list, filtered: those of projects are called `robot$project+name`. */
function robotLink(name: string, project: string | null): string {
  const plus = name.indexOf("+");
  const owner = project ?? (plus < 0 ? null : name.slice(name.indexOf("$") + 1, plus));
  const list = owner ? projectAddress(owner, "robots") : "/administration/robots";
  return filtered(list, plus < 0 ? name : name.slice(plus + 1));
}

function administrationLink(type: string, name: string): string | null {
  if (type === "configuration") return "/administration/configuration";
  const pages: Record<string, string> = { user: "users", user_group: "groups", role: "roles" };
  return pages[type] ? filtered(`/administration/${pages[type]}`, name) : null;
}

function filtered(address: string, text: string): string {
  return `${address}?filter=${encodeURIComponent(text)}`;
}
