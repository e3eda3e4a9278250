import type { Restoration, TrashEntry } from "../../api/schema.ts";
import { projectPath, withQuery } from "../../api/paths.ts";
import { API } from "../../platform/connection.ts";
import { RequestFailure } from "../../platform/failure.ts";
import { useResources } from "../../platform/useResource.ts";
import { ResourceCache } from "../../platform/resourceCache.ts";
import { useToasts } from "../../components/Toasts.tsx";
import { useFailureWords } from "../../components/useQuickChange.ts";
import { useText } from "../../language/text.ts";

/**
 * Gives a function that says that something was deleted and, if it is in the project's trash, offers to restore it.
 *
 * Each of `finds` is a condition of the trash's `q` that finds one deletion.
 */
export function useUndoDeletion(project: string): (message: string, finds: Array<string | null>) => Promise<void> {
  const cache = useResources();
  const { show } = useToasts();
  const { repository: text, common } = useText();
  const failureWords = useFailureWords();
  const restore = async (entries: TrashEntry[]) => {
    try {
      for (const entry of entries) await restoreEntry(cache, project, entry);
      show(text.restored);
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      show(text.notRestored(failureWords(error)));
    }
  };
  return async (message, finds) => {
    const found = await Promise.all(finds.map((find) => newestEntry(cache, project, find)));
    const entries = onceADeletion(found.filter((entry) => entry !== null));
    show(message, entries.length > 0 ? { label: common.undo, run: () => void restore(entries) } : undefined);
  };
}

/** One entry of each deletion: it brings back all that went with it. */
export function onceADeletion<Entry extends Pick<TrashEntry, "deletion_id">>(entries: Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.deletion_id, entry])).values()];
}

async function newestEntry(cache: ResourceCache, project: string, find: string | null): Promise<TrashEntry | null> {
  const path = withQuery(`${projectPath(project)}/trash`, { q: find, page_size: 1 });
  try {
    const entries: TrashEntry[] = await (await cache.connection.send(API + path)).json();
    return entries[0] ?? null;
  } catch (error) {
    // Without a trash, or the right to it, what is gone is gone.
    if (error instanceof RequestFailure) return null;
    throw error;
  }
}

function restoreEntry(cache: ResourceCache, project: string, entry: TrashEntry): Promise<Restoration> {
  const path = projectPath(project);
  return cache.change(`${path}/trash/${entry.id}/restore`, { method: "POST", body: {} }, path);
}
