import { useState } from "react";
import type { Artifact } from "../../../api/schema.ts";
import { artifactPath, repositoryPath } from "../../../api/paths.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { TextField } from "../../../components/Field.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useQuickChange } from "../../../components/useQuickChange.ts";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { chosenName } from "../chosenName.ts";
import { RepositoryPlace } from "../repositoryPlace.ts";

/** What the specification allows as a tag. */
const tagGrammar = /^\w[\w.-]{0,127}$/;

/** Gives an artifact a further tag. */
export function AddTagDialog({ artifact, place, onClose }: {
  artifact: Artifact;
  place: RepositoryPlace;
  onClose: () => void;
}) {
  const { repository: text, common } = useText();
  const { show } = useToasts();
  const [name, setName] = useState("");
  const cache = useResources();
  const path = `${artifactPath(place.project, place.repository, artifact.digest)}/tags`;
  const stale = repositoryPath(place.project, place.repository);
  const takeOff = useQuickChange(async () => {
    await cache.change(`${path}/${encodeURIComponent(name)}`, { method: "DELETE" }, stale);
    show(text.tagRemoved(name));
  });
  const change = useChange(async () => {
    await cache.change(path, { method: "POST", body: { name } }, stale);
    show(
      text.tagAdded(name),
      place.may("tag", "delete") ? { label: common.undo, run: takeOff } : undefined,
    );
  });
  return (
    <FormDialog
      title={text.addTagTo(chosenName(artifact, place.reference))}
      submit={common.add}
      change={change}
      canSubmit={tagGrammar.test(name)}
      onClose={onClose}
    >
      <TextField
        label={text.tag}
        hint={text.tagHint}
        className="mono"
        autoFocus
        value={name}
        error={name && !tagGrammar.test(name) ? text.tagWrong : null}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}
