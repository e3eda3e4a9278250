import type { TrashEntry } from "../../../api/schema.ts";
import { projectPath, withQuery } from "../../../api/paths.ts";
import { useResource } from "../../../platform/useResource.ts";

/** Counts what else went by the same deletion as an entry of the trash. */
export function useCompanions(project: string, entry: TrashEntry): number {
  const query = { q: `deletion_id=${entry.deletion_id}`, page_size: 1 };
  const { total = 1 } = useResource<TrashEntry[]>(withQuery(`${projectPath(project)}/trash`, query));
  return total - 1;
}
