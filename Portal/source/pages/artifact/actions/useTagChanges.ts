import { repositoryPath } from "../../../api/paths.ts";
import { useText } from "../../../language/text.ts";
import { artifactAddress } from "../../../platform/addresses.ts";
import { navigate } from "../../../platform/location.ts";
import { useResources } from "../../../platform/useResource.ts";
import { pathOf, ShownArtifact } from "../shownArtifact.ts";
import { useTrash } from "./useTrash.ts";
import { useUndoToast } from "./useUndoToast.ts";

/** Gives what puts tags on an artifact and takes them off, and says so with a way back. */
export function useTagChanges(shown: ShownArtifact) {
  const { project, repository, reference, artifact, may } = shown;
  const cache = useResources();
  const trash = useTrash(project, repository);
  const tell = useUndoToast();
  const { artifact: text } = useText();
  const path = `${pathOf(shown)}/tags`;
  const stale = repositoryPath(project, repository);
  const put = (name: string) => cache.change(path, { method: "POST", body: { name } }, stale);
  const take = (name: string) => cache.change(`${path}/${encodeURIComponent(name)}`, { method: "DELETE" }, stale);
  return {
    async add(name: string): Promise<void> {
      await put(name);
      tell(text.tagAdded(name), may("tag", "delete") ? () => take(name) : null, text.tagRemoved(name));
    },
    async remove(name: string): Promise<void> {
      await take(name);
      // The page's address would name nothing from now on.
      if (name === reference) navigate(artifactAddress(project, repository, artifact.digest), { replace: true });
      const entry = await trash.find({ kind: "tag", digest: artifact.digest, tag: name });
      const undo = entry ? () => trash.restore(entry) : may("tag", "create") ? () => put(name) : null;
      tell(text.tagRemoved(name), undo, text.tagRestored(name));
    },
  };
}
