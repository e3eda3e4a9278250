import type { Restoration, RestorationReq, TrashEntry } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useResources } from "../../../platform/useResource.ts";

/** What can be done with a project's trash; each throws `RequestFailure`, and says what was done. */
export interface Trash {
  restore: (entry: TrashEntry, request: RestorationReq) => Promise<void>;
  purge: (entry: TrashEntry) => Promise<void>;
  empty: () => Promise<void>;
}

/** Gives what can be done with a project's trash. */
export function useTrash(project: string): Trash {
  const cache = useResources();
  const { show } = useToasts();
  const { trash } = useText();
  const path = `${projectPath(project)}/trash`;
  const stale = [projectPath(project), "/repositories", "/quotas"];
  return {
    restore: async (entry, body) => {
      const options = { method: "POST", body };
      const done = await cache.change<Restoration>(`${path}/${entry.id}/restore`, options, ...stale);
      show(trash.restored(done.digests.length, done.tags.length));
      if (done.skipped_tags.length > 0) show(trash.leftOut(done.skipped_tags.join(", ")));
    },
    purge: async (entry) => {
      await cache.change(`${path}/${entry.id}`, { method: "DELETE" }, ...stale);
      show(trash.purged);
    },
    empty: async () => {
      await cache.change(path, { method: "DELETE" }, ...stale);
      show(trash.emptied);
    },
  };
}
