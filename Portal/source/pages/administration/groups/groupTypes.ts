import type { GroupType } from "../../../api/schema.ts";
import { Text } from "../../../language/text.ts";

/** The type of groups whose members are kept by the registry itself. */
export const localGroup: GroupType = 4;

/** The type of groups that stand for an entry of a directory. */
export const directoryGroup: GroupType = 1;

/** All types, the one that has an effect today first. */
export const groupTypes: GroupType[] = [localGroup, directoryGroup, 3, 2];

/** Says in words where a group's members come from. */
export function groupTypeName(type: GroupType, { groups }: Text): string {
  return { 1: groups.types.ldap, 2: groups.types.http, 3: groups.types.oidc, 4: groups.types.local }[type];
}
