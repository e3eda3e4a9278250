import type { TrashEntry } from "../../../api/schema.ts";
import { projectPath, repositoryPath, withQuery } from "../../../api/paths.ts";
import { API } from "../../../platform/connection.ts";
import { RequestFailure } from "../../../platform/failure.ts";
import { useResources } from "../../../platform/useResource.ts";

/** What was deleted from a repository: an artifact, or a tag of one. */
export type Deleted = { kind: "artifact"; digest: string } | { kind: "tag"; digest: string; tag: string };

/** Finds and restores what was deleted from a repository of a project. */
export function useTrash(project: string, repository: string) {
  const cache = useResources();
  const path = `${projectPath(project)}/trash`;
  return {
    /** Gives the latest entry of what was deleted; null if the trash doesn't keep it, or doesn't show it to the user. */
    async find(deleted: Deleted): Promise<TrashEntry | null> {
      const conditions = Object.entries({ ...deleted, repository_name: `${project}/${repository}` });
      const q = conditions.map(([key, value]) => `${key}=${value}`).join(",");
      try {
        const response = await cache.connection.send(API + withQuery(path, { q, page_size: 1 }));
        const [entry] = await response.json() as TrashEntry[];
        return entry ?? null;
      } catch (error) {
        if (error instanceof RequestFailure) return null;
        throw error;
      }
    },
    /** Brings an entry back, with what was deleted together with it. */
    async restore(entry: TrashEntry): Promise<void> {
      const stale = [path, repositoryPath(project, repository)];
      await cache.change(`${path}/${entry.id}/restore`, { method: "POST" }, ...stale);
    },
  };
}
