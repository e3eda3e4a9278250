import type { RepositoryTag } from "../../../api/schema.ts";
import { artifactPath, exactly, repositoryPath } from "../../../api/paths.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { shortDigest } from "../../../components/DigestText.tsx";
import { Link } from "../../../components/Link.tsx";
import { useText } from "../../../language/text.ts";
import { projectAddress } from "../../../platform/addresses.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { TrashHint } from "./TrashHint.tsx";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { useUndoDeletion } from "../useUndoDeletion.ts";

interface RemoveTagProperties {
  tag: Pick<RepositoryTag, "name" | "digest" | "immutable">;
  place: RepositoryPlace;
  /** Called when the tag is gone. */
  onRemoved?: () => void;
  onClose: () => void;
}

/** Takes a tag off its artifact, or says why that can't be done. */
export function RemoveTagDialog(properties: RemoveTagProperties) {
  return properties.tag.immutable ? <ImmutableTagDialog {...properties} /> : <RemovableTagDialog {...properties} />;
}

function RemovableTagDialog({ tag, place, onRemoved, onClose }: RemoveTagProperties) {
  const { repository: text, common } = useText();
  const cache = useResources();
  const offerUndo = useUndoDeletion(place.project);
  const change = useChange(async () => {
    const path = `${artifactPath(place.project, place.repository, tag.digest)}/tags/${encodeURIComponent(tag.name)}`;
    await cache.change(path, { method: "DELETE" }, repositoryPath(place.project, place.repository));
    onRemoved?.();
    const find = ["kind=tag", exactly("repository_name", place.fullName), exactly("tag", tag.name)].join(",");
    void offerUndo(text.tagRemoved(tag.name), [find]);
  });
  return (
    <ConfirmDialog title={text.removeTag(tag.name)} submit={common.remove} change={change} onClose={onClose}>
      <p>{text.removeTagExplained(shortDigest(tag.digest))}</p>
      <TrashHint />
    </ConfirmDialog>
  );
}

function ImmutableTagDialog({ tag, place, onClose }: RemoveTagProperties) {
  const { repository: text } = useText();
  return (
    <Dialog title={text.immutableTitle(tag.name)} onClose={onClose}>
      <p>{text.immutableExplained}</p>
      {place.may("immutable-tag", "list") && (
        <p>
          <Link to={projectAddress(place.project, "policy")}>{text.showRules}</Link>
        </p>
      )}
    </Dialog>
  );
}
