import { useState } from "react";
import { projectPath, repositoryPath } from "../../../api/paths.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { TextField } from "../../../components/Field.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { repositoryAddress } from "../../../platform/addresses.ts";
import { navigate } from "../../../platform/location.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { RepositoryPlace } from "../repositoryPlace.ts";

/** Gives a repository another name within its project; the one it had keeps leading to it. */
export function RenameRepositoryDialog({ place, onClose }: { place: RepositoryPlace; onClose: () => void }) {
  const { repository: text, common } = useText();
  const { show } = useToasts();
  const [name, setName] = useState(place.repository);
  const cache = useResources();
  const change = useChange(async () => {
    const path = `${repositoryPath(place.project, place.repository)}/rename`;
    await cache.change(path, { method: "POST", body: { name } }, `${projectPath(place.project)}/repositories`);
    show(text.renamed(place.repository, name));
    navigate(repositoryAddress(place.project, name), { replace: true });
  });
  return (
    <FormDialog
      title={text.renameTitle(place.repository)}
      submit={common.rename}
      change={change}
      canSubmit={name !== "" && name !== place.repository}
      onClose={onClose}
    >
      <TextField
        label={common.name}
        hint={text.renameHint(`${place.project}/${place.repository}`)}
        className="mono"
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value.trim())}
      />
    </FormDialog>
  );
}
