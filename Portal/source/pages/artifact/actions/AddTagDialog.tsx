import { useState } from "react";
import { FormDialog } from "../../../components/Dialog.tsx";
import { TextField } from "../../../components/Field.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { ShownArtifact } from "../shownArtifact.ts";
import { useTagChanges } from "./useTagChanges.ts";

/** How the OCI specification has tags written. */
const tagPattern = /^\w[\w.-]{0,127}$/;

/** Gives an artifact a further tag. */
export function AddTagDialog({ shown, onClose }: { shown: ShownArtifact; onClose: () => void }) {
  const [name, setName] = useState("");
  const { add } = useTagChanges(shown);
  const change = useChange(() => add(name));
  const { artifact: text, common } = useText();
  const isRight = tagPattern.test(name);
  return (
    <FormDialog title={text.addTag} submit={common.add} change={change} canSubmit={isRight} onClose={onClose}>
      <TextField
        label={text.tagName}
        value={name}
        autoFocus
        required
        className="mono"
        spellCheck={false}
        autoCapitalize="none"
        error={name !== "" && !isRight ? text.tagRule : null}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}
