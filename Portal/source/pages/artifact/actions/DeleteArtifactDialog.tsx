import type { Tag } from "../../../api/schema.ts";
import { repositoryPath } from "../../../api/paths.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { repositoryAddress } from "../../../platform/addresses.ts";
import { navigate } from "../../../platform/location.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource, useResources } from "../../../platform/useResource.ts";
import { referenceName } from "../header/useBreadcrumbs.ts";
import { pathOf, ShownArtifact } from "../shownArtifact.ts";
import { useTrash } from "./useTrash.ts";
import { useUndoToast } from "./useUndoToast.ts";

/** Asks before an artifact is deleted, and says what goes along. */
export function DeleteArtifactDialog({ shown, onClose }: { shown: ShownArtifact; onClose: () => void }) {
  const name = referenceName(shown.reference);
  const remove = useDeletion(shown, name);
  const change = useChange(remove);
  const { artifact: text } = useText();
  return (
    <ConfirmDialog title={text.deleteTitle(name)} submit={text.deleteSubmit} change={change} onClose={onClose}>
      <WhatGoesAlong shown={shown} />
      <p className="soft">{text.deleteUndo}</p>
    </ConfirmDialog>
  );
}

function WhatGoesAlong({ shown }: { shown: ShownArtifact }) {
  const { value: tags, total = 0 } = useResource<Tag[]>(
    `${pathOf(shown)}/tags?page_size=5&with_immutable_status=true`,
  );
  const { artifact: text } = useText();
  const { number } = useFormat();
  if (!tags) return <Skeleton lines={2} />;
  const names = tags.map((tag) => tag.name).join(", ") + (total > tags.length ? ", …" : "");
  const parts = shown.artifact.references?.length ?? 0;
  const referrers = shown.artifact.accessories?.length ?? 0;
  const lines = [
    total === 1 && text.deleteTag(names),
    total > 1 && text.deleteTags(number(total), names),
    referrers > 0 && text.deleteReferrers(number(referrers)),
    parts > 0 && text.deleteParts(number(parts)),
  ].filter(Boolean);
  if (lines.length === 0) return <p>{text.deleteNothing}</p>;
  return (
    <>
      {tags.some((tag) => tag.immutable) && <Notice kind="warning">{text.deleteImmutable}</Notice>}
      <div>
        <p>{text.deleteGoes}</p>
        <ul className="bullets wrap-anywhere">{lines.map((line) => <li key={String(line)}>{line}</li>)}</ul>
      </div>
    </>
  );
}

/** Gives what deletes the artifact, shows its repository and offers to bring it back. */
function useDeletion(shown: ShownArtifact, name: string): () => Promise<void> {
  const { project, repository, artifact } = shown;
  const cache = useResources();
  const trash = useTrash(project, repository);
  const tell = useUndoToast();
  const { artifact: text } = useText();
  return async () => {
    await cache.change(pathOf(shown), { method: "DELETE" });
    // The artifact's own page must not ask for it again.
    navigate(repositoryAddress(project, repository));
    cache.invalidate(repositoryPath(project, repository), `/projects/${encodeURIComponent(project)}`);
    const entry = await trash.find({ kind: "artifact", digest: artifact.digest });
    tell(text.deleted(name), entry && (() => trash.restore(entry)), text.restored(name));
  };
}
