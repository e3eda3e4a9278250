import { useState } from "react";
import type { Label, LabelReq } from "../../../api/schema.ts";
import { ColorField, defaultColor } from "../../../components/ColorField.tsx";
import { FormDialog } from "../../../components/Dialog.tsx";
import { TextField } from "../../../components/Field.tsx";
import { LabelChip } from "../../../components/LabelChip.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";

/** Whose label it is: a project's, or the whole registry's. */
export type LabelPlace = Required<Pick<LabelReq, "scope">> & Pick<LabelReq, "project_id">;

/** Makes a label, or changes one. Artifacts that have it show the change at once. */
export function LabelDialog({ scope, label, onClose }: {
  scope: LabelPlace;
  /** The label to change; without one a label is made. */
  label?: Label;
  onClose: () => void;
}) {
  const { labels, common } = useText();
  const [name, setName] = useState(label?.name ?? "");
  const [description, setDescription] = useState(label?.description ?? "");
  const [color, setColor] = useState(label?.color || defaultColor);
  const cache = useResources();
  const { show } = useToasts();
  const change = useChange(async () => {
    const body: LabelReq = { ...scope, name, description, color };
    if (label) await cache.change(`/labels/${label.id}`, { method: "PUT", body }, "/labels", "/projects/");
    else await cache.change("/labels", { method: "POST", body }, "/labels");
    show(label ? common.saved : labels.created(name));
  });
  return (
    <FormDialog
      title={label ? labels.edit(label.name) : labels.create}
      submit={label ? common.save : labels.create}
      change={change}
      canSubmit={name.trim() !== ""}
      onClose={onClose}
    >
      <TextField
        label={common.name}
        value={name}
        autoFocus
        required
        maxLength={128}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={common.description}
        isOptional
        value={description}
        maxLength={1024}
        onChange={(event) => setDescription(event.target.value)}
      />
      <ColorField label={labels.color} value={color} onChange={setColor} />
      <div>
        <LabelChip label={{ name: name || labels.preview, description, color }} />
      </div>
    </FormDialog>
  );
}
