import type { Text } from "../../language/text.ts";
import { everyProject, Grant, Rights } from "./grants.ts";
import { PermissionName } from "./permissionGroups.ts";

/** Something that a robot account may do, in words: what, and where unless that goes without saying. */
export interface RightsWords {
  what: string;
  where: string | null;
}

/** Says in short what a robot account may do; for a project's robot the project goes without saying. */
export function rightsWords(rights: Rights, isOfProject: boolean, words: Text["robots"]): RightsWords[] {
  const ofProjects = rights.grants.map((grant) => ({
    what: permissionWords(grant.permissions, words),
    where: placeWords(grant, isOfProject, words),
  }));
  if (rights.system.size === 0) return ofProjects;
  return [...ofProjects, { what: words.rightsCount(rights.system.size), where: words.outsideProjects }];
}

function permissionWords(permissions: ReadonlySet<PermissionName>, words: Text["robots"]): string {
  const canPull = permissions.has("repository:pull");
  const canPush = permissions.has("repository:push");
  if (!canPull) return words.rightsCount(permissions.size);
  const others = permissions.size - (canPush ? 2 : 1);
  const main = canPush ? words.presets.pullPush : words.presets.pull;
  return others > 0 ? words.andMore(main, others) : main;
}

function placeWords({ namespaces, pattern }: Grant, isOfProject: boolean, words: Text["robots"]): string | null {
  if (isOfProject) return pattern || null;
  const projects = namespaces.includes(everyProject) ? words.allProjects : namespaces.join(", ");
  return pattern ? `${projects}: ${pattern}` : projects;
}
