import type { Role } from "../../../api/schema.ts";
import { groupPermissions, PermissionArea, PermissionName, permissionName } from "../../robots/permissionGroups.ts";

/** What may be done to a resource, and which roles may. */
export interface MatrixRow {
  action: string;
  /** For each role, in their order, whether it has the permission. */
  isGranted: boolean[];
}

/** The rows of a resource. */
export interface MatrixGroup {
  area: PermissionArea;
  resource: string;
  rows: MatrixRow[];
}

/** The order in which actions are read; others come after these. */
const actionOrder = ["list", "read", "pull", "push", "create", "update", "delete"];

/** Lays out the permissions of roles: a row for each, grouped by resource. */
export function permissionMatrix(roles: Role[], isOnlyDifferences = false): MatrixGroup[] {
  const granted = roles.map((role) => new Set(role.permissions.map(permissionName)));
  const known = new Map(
    roles.flatMap((role) => role.permissions.map((permission) => [permissionName(permission), permission])),
  );
  return groupPermissions([...known.values()]).flatMap(({ area, groups }) =>
    groups.flatMap(({ resource, actions }) => {
      const rows = actions.toSorted((left, right) => placeOf(left) - placeOf(right))
        .map((action) => ({ action, isGranted: holders(granted, permissionName({ resource, action })) }))
        .filter(({ isGranted }) => !isOnlyDifferences || isGranted.includes(false));
      return rows.length > 0 ? [{ area, resource, rows }] : [];
    })
  );
}

function placeOf(action: string): number {
  const place = actionOrder.indexOf(action);
  return place < 0 ? actionOrder.length : place;
}

function holders(granted: Array<Set<PermissionName>>, name: PermissionName): boolean[] {
  return granted.map((permissions) => permissions.has(name));
}

/** Sorts roles: the built-in ones, the most powerful first, then the others by name. */
export function sortRoles(roles: Role[], builtinOrder: number[]): Role[] {
  const place = (role: Role) => role.is_builtin ? builtinOrder.indexOf(role.id) : builtinOrder.length;
  return roles.toSorted((left, right) => place(left) - place(right) || left.name.localeCompare(right.name));
}
