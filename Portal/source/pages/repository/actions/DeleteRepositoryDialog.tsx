import type { Repository } from "../../../api/schema.ts";
import { exactly, projectPath, repositoryPath } from "../../../api/paths.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { useText } from "../../../language/text.ts";
import { projectAddress } from "../../../platform/addresses.ts";
import { navigate } from "../../../platform/location.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { TrashHint } from "./TrashHint.tsx";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { useUndoDeletion } from "../useUndoDeletion.ts";

/** Deletes a repository with all that is in it, and offers to bring it back. */
export function DeleteRepositoryDialog({ repository, place, onClose }: {
  repository: Repository;
  place: RepositoryPlace;
  onClose: () => void;
}) {
  const { repository: text } = useText();
  const cache = useResources();
  const offerUndo = useUndoDeletion(place.project);
  const change = useChange(async () => {
    const repositories = `${projectPath(place.project)}/repositories`;
    const path = repositoryPath(place.project, place.repository);
    // What belongs to the repository isn't read again: it is gone, and the page with it.
    await cache.change(path, { method: "DELETE" });
    navigate(projectAddress(place.project));
    cache.invalidate(`${repositories}?`, `${projectPath(place.project)}/trash`);
    await offerUndo(text.repositoryDeleted(place.repository), [exactly("repository_name", place.fullName)]);
  });
  return (
    <ConfirmDialog
      title={text.deleteTitle(place.repository)}
      submit={text.delete}
      change={change}
      onClose={onClose}
    >
      <p>{text.deleteExplained(repository.artifact_count)}</p>
      <TrashHint />
    </ConfirmDialog>
  );
}
