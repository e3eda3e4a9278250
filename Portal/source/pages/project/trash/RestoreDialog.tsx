import { useState } from "react";
import type { TrashEntry } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { CheckField, RadioField } from "../../../components/Field.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { DeletedContent } from "./DeletedContent.tsx";
import { useCompanions } from "./useCompanions.ts";
import { useTrash } from "./useTrash.ts";

/**
 * Restores an entry of the trash, alone or with all that was deleted together with it.
 *
 * Tags that name something else by now are told by the registry; then the rest can be restored without them.
 */
export function RestoreDialog({ project, entry, onClose }: {
  project: string;
  entry: TrashEntry;
  onClose: () => void;
}) {
  const { trash, common } = useText();
  const [isAlone, setAlone] = useState(false);
  const [skipsTags, setSkipsTags] = useState(false);
  const companions = useCompanions(project, entry);
  const { restore } = useTrash(project);
  const change = useChange(() => restore(entry, { only_this: isAlone, skip_taken_tags: skipsTags }));
  const hasConflict = change.failure?.status === 409;
  return (
    <FormDialog title={trash.restoreTitle} submit={common.restore} change={change} onClose={onClose}>
      <div className="stack stack-tight">
        <p className="wrap-anywhere">{entry.repository_name}</p>
        <DeletedContent entry={entry} />
      </div>
      {companions > 0 && (
        <fieldset className="stack stack-tight">
          <legend className="visually-hidden">{trash.howMuch}</legend>
          <RadioField
            name="extent"
            label={trash.restoreAll(companions)}
            checked={!isAlone}
            onChange={() => setAlone(false)}
          />
          <RadioField name="extent" label={trash.restoreThis} checked={isAlone} onChange={() => setAlone(true)} />
        </fieldset>
      )}
      {(hasConflict || skipsTags) && (
        <CheckField
          label={trash.skipTags}
          hint={trash.skipTagsHint}
          checked={skipsTags}
          onChange={(event) => setSkipsTags(event.target.checked)}
        />
      )}
    </FormDialog>
  );
}
