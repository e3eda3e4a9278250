import type { Label } from "../../../api/schema.ts";
import { repositoryPath } from "../../../api/paths.ts";
import { useText } from "../../../language/text.ts";
import { useResources } from "../../../platform/useResource.ts";
import { pathOf, ShownArtifact } from "../shownArtifact.ts";
import { useUndoToast } from "./useUndoToast.ts";

/** Gives what puts labels on an artifact and takes them off. */
export function useLabelChanges(shown: ShownArtifact) {
  const cache = useResources();
  const tell = useUndoToast();
  const { artifact: text, common } = useText();
  const path = `${pathOf(shown)}/labels`;
  const stale = repositoryPath(shown.project, shown.repository);
  const put = (id: number) => cache.change(path, { method: "POST", body: { id } }, stale);
  const take = (id: number) => cache.change(`${path}/${id}`, { method: "DELETE" }, stale);
  return {
    /** Takes a label off and says so, with a way back. */
    async takeOff(label: Label): Promise<void> {
      await take(label.id);
      tell(text.labelRemoved(label.name), () => put(label.id), common.saved);
    },
    /** Changes which labels the artifact has. */
    async replace(before: number[], after: number[]): Promise<void> {
      for (const id of after.filter((id) => !before.includes(id))) await put(id);
      for (const id of before.filter((id) => !after.includes(id))) await take(id);
    },
  };
}
