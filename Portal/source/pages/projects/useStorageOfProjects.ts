import type { Quota } from "../../api/schema.ts";
import { useResource } from "../../platform/useResource.ts";
import { useIsAdministrator } from "../../session/session.ts";

/** Most quotas that one request gives. */
const capacity = 100;

/** Reads the quotas of all projects, by their numbers, in one request; null for who may not and where they are too many. */
export function useStorageOfProjects(): Map<number, Quota> | null {
  const isAdministrator = useIsAdministrator();
  const path = isAdministrator ? `/quotas?page_size=${capacity}` : null;
  const { value, total = 0 } = useResource<Quota[]>(path);
  if (!value || total > capacity) return null;
  return new Map(value.map((quota) => [quota.ref.id, quota]));
}
