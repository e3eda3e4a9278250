import type { Permission, RobotPermission } from "../../api/schema.ts";
import {
  isLimitable,
  isSameSet,
  PermissionName,
  permissionName,
  permissionOf,
  presetOf,
  presetPermissions,
} from "./permissionGroups.ts";

/** Every project there is and will be, as a namespace. */
export const everyProject = "*";

/** The same permissions in some projects, perhaps in some of their repositories only. */
export interface Grant {
  /** Projects' names, or `everyProject` alone. */
  namespaces: string[];
  /** A glob of repositories' names without the project's; empty: all. */
  pattern: string;
  permissions: ReadonlySet<PermissionName>;
}

/** What a robot account may do. */
export interface Rights {
  /** Outside of projects. */
  system: ReadonlySet<PermissionName>;
  grants: Grant[];
}

/** Reads what a robot account may do: entries with the same permissions and the same repositories become one grant. */
export function rightsOf(entries: RobotPermission[]): Rights {
  const system = new Set<PermissionName>();
  const grants: Grant[] = [];
  for (const entry of entries) {
    const permissions = new Set((entry.access ?? []).map(permissionName));
    if (entry.kind === "system") permissions.forEach((name) => system.add(name));
    else addTo(grants, entry.namespace ?? "", entry.repository_pattern ?? "", permissions);
  }
  return { system, grants };
}

function addTo(grants: Grant[], namespace: string, pattern: string, permissions: Set<PermissionName>): void {
  const alike = grants.find((grant) => grant.pattern === pattern && isSameSet(grant.permissions, permissions));
  // All projects stay a grant of their own: a project beside them would say nothing.
  const isJoinable = alike && namespace !== everyProject && !alike.namespaces.includes(everyProject);
  if (isJoinable) alike.namespaces.push(namespace);
  else grants.push({ namespaces: [namespace], pattern, permissions });
}

/** Writes what a robot account may do as the API wants it. */
export function entriesOf({ system, grants }: Rights): RobotPermission[] {
  const ofProjects = grants.flatMap(({ namespaces, pattern, permissions }) =>
    namespaces.map((namespace): RobotPermission => ({
      kind: "project",
      namespace,
      access: [...permissions].map(permissionOf),
      ...(pattern && { repository_pattern: pattern }),
    }))
  );
  if (system.size === 0) return ofProjects;
  return [{ kind: "system", namespace: "/", access: [...system].map(permissionOf) }, ...ofProjects];
}

/** Whether a robot account can be made with these: some permissions, and each of them somewhere. */
export function areComplete({ system, grants }: Rights): boolean {
  if (system.size === 0 && grants.length === 0) return false;
  return grants.every(({ namespaces, permissions }) => namespaces.length > 0 && permissions.size > 0);
}

/** A grant for other repositories: what can't be limited goes, and everything stays everything. */
export function withPattern(grant: Grant, pattern: string, available: Permission[]): Grant {
  const before = grantable(available, grant.pattern);
  const after = grantable(available, pattern);
  if (presetOf(grant.permissions, before) === "everything") {
    return { ...grant, pattern, permissions: presetPermissions("everything", after) };
  }
  const names = new Set(after.map(permissionName));
  return { ...grant, pattern, permissions: new Set([...grant.permissions].filter((name) => names.has(name))) };
}

/** The permissions that can be given for the repositories of a pattern. */
export function grantable(available: Permission[], pattern: string): Permission[] {
  return pattern ? available.filter(isLimitable) : available;
}
