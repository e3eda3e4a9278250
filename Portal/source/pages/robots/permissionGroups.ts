import type { Access, Permission } from "../../api/schema.ts";

/** A permission as one word, such as `repository:pull`. */
export type PermissionName = `${string}:${string}`;

/** What belongs together in the picker of permissions. */
export type PermissionArea = "content" | "project" | "policies" | "people" | "registry" | "transfer" | "security";

/** A resource with what can be done to it, in the registry's order. */
export interface PermissionGroup {
  resource: string;
  actions: string[];
}

/** The groups of an area. */
export interface PermissionSection {
  area: PermissionArea;
  groups: PermissionGroup[];
}

/** A choice of permissions with a name of its own. */
export type Preset = "pull" | "pullPush" | "everything";

const areas: Record<PermissionArea, string[]> = {
  content: ["repository", "artifact", "tag", "accessory", "artifact-addition", "artifact-label"],
  project: ["project", "metadata", "configuration", "log", "quota", "label"],
  policies: ["immutable-tag", "tag-retention", "notification-policy", "preheat-policy"],
  people: ["member", "robot", "user", "user-group", "ldap-user"],
  registry: [],
  transfer: ["registry", "replication", "replication-policy", "replication-adapter", "preheat-instance"],
  security: ["scan", "sbom", "scanner", "scan-all", "security-hub", "export-cve"],
};

/** Resources in repositories: permissions over them, and to see the project, may be limited to some repositories. */
const inRepositories = new Set([...areas.content, "scan", "sbom"]);

/** The name of a permission. */
export function permissionName({ resource, action }: Access): PermissionName {
  return `${resource ?? ""}:${action ?? ""}`;
}

/** The permission of a name. */
export function permissionOf(name: PermissionName): Permission {
  const colon = name.lastIndexOf(":");
  return { resource: name.slice(0, colon), action: name.slice(colon + 1) };
}

/** Groups permissions by resource, and resources by area; what no area lists is the registry's own. */
export function groupPermissions(permissions: Permission[]): PermissionSection[] {
  const sections = new Map<PermissionArea, Map<string, string[]>>();
  for (const { resource, action } of permissions) {
    const area = areaOf(resource);
    const groups = sections.get(area) ?? new Map<string, string[]>();
    sections.set(area, groups.set(resource, [...groups.get(resource) ?? [], action]));
  }
  return (Object.keys(areas) as PermissionArea[]).flatMap((area) => {
    const groups = [...sections.get(area) ?? []].map(([resource, actions]) => ({ resource, actions }));
    return groups.length > 0 ? [{ area, groups }] : [];
  });
}

function areaOf(resource: string): PermissionArea {
  const known = Object.entries(areas) as Array<[PermissionArea, string[]]>;
  return known.find(([, resources]) => resources.includes(resource))?.[0] ?? "registry";
}

/** Whether a permission may be limited to some repositories. */
export function isLimitable(permission: Permission): boolean {
  return inRepositories.has(permission.resource) || permissionName(permission) === "project:read";
}

/** The permissions of a preset, out of those that there are. */
export function presetPermissions(preset: Preset, available: Permission[]): Set<PermissionName> {
  if (preset === "everything") return new Set(available.map(permissionName));
  return new Set<PermissionName>(preset === "pull" ? ["repository:pull"] : ["repository:pull", "repository:push"]);
}

/** The preset that a choice is, or null for one that has no name. */
export function presetOf(chosen: ReadonlySet<PermissionName>, available: Permission[]): Preset | null {
  const presets: Preset[] = ["pull", "pullPush", "everything"];
  return presets.find((preset) => isSameSet(chosen, presetPermissions(preset, available))) ?? null;
}

/** Whether two sets have the same members. */
export function isSameSet<Member>(left: ReadonlySet<Member>, right: ReadonlySet<Member>): boolean {
  return left.size === right.size && [...left].every((member) => right.has(member));
}
