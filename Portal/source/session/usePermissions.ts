import { useMemo } from "react";
import type { Access } from "../api/schema.ts";
import { useResource } from "../platform/useResource.ts";
import { useSession } from "./session.ts";

/** Says whether the user may do `action` to a `resource`, in the words of `GET /permissions`. */
export type May = (resource: string, action: string) => boolean;

/** What the user may do, and whether that is known already. */
export interface Permissions {
  may: May;
  isKnown: boolean;
}

/** Gives what the user may do in a project; nothing until the answer is here, and nothing for nobody. */
export function useProjectPermissions(projectID: number | undefined): May {
  return useKnownProjectPermissions(projectID).may;
}

/** Gives what the user may do in a project, and whether the answer is here. */
export function useKnownProjectPermissions(projectID: number | undefined): Permissions {
  const { user } = useSession();
  const path = user && projectID !== undefined
    ? `/users/current/permissions?scope=/project/${projectID}&relative=true`
    : null;
  const { value, failure } = useResource<Access[]>(path);
  return useMemo(() => {
    const granted = new Set((value ?? []).map((access) => `${access.resource}:${access.action}`));
    return {
      may: (resource, action) => user?.sysadmin_flag === true || granted.has(`${resource}:${action}`),
      isKnown: !user || user.sysadmin_flag || value !== undefined || failure !== null,
    };
  }, [value, failure, user]);
}
