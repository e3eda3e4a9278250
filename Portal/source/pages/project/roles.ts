import type { Role } from "../../api/schema.ts";
import { Text, useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { useSession } from "../../session/session.ts";

/** The number of the role that may do everything in a project. */
export const projectAdminRole = 1;

/** The numbers of the roles that every registry has, the most powerful first. */
export const builtinRoles = [1, 4, 2, 3, 5];

/** The keys of these roles in the catalogue. */
export const builtinNames: Record<number, keyof Text["project"]["roles"]> = {
  1: "projectAdmin",
  2: "developer",
  3: "guest",
  4: "maintainer",
  5: "limitedGuest",
};

const noRoles: Role[] = [];

/** Reads the roles that members can have: the registry's own and those that administrators made. */
export function useRoles(): Role[] {
  const { user } = useSession();
  const path = user ? "/roles?page_size=100" : null;
  const { value } = useResource<Role[]>(path);
  return value ?? noRoles;
}

/** Gives a function that names a role in the page's language; roles that administrators made have one name. */
export function useRoleName(): (id: number) => string {
  const { project } = useText();
  const roles = useRoles();
  return (id) => {
    const builtin = builtinNames[id];
    return builtin ? project.roles[builtin] : roles.find((role) => role.id === id)?.name ?? String(id);
  };
}
