import { useState } from "react";
import type { Label } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { LabelChip } from "../../../components/LabelChip.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource } from "../../../platform/useResource.ts";
import { ShownArtifact } from "../shownArtifact.ts";
import { useLabelChanges } from "./useLabelChanges.ts";

/** Chooses which labels an artifact has, among its project's and the registry's. */
export function LabelsDialog({ shown, onClose }: { shown: ShownArtifact; onClose: () => void }) {
  const before = shown.artifact.labels?.map((label) => label.id) ?? [];
  const [chosen, setChosen] = useState(before);
  const { replace } = useLabelChanges(shown);
  const change = useChange(() => replace(before, chosen));
  const ofProject = useResource<Label[]>(`/labels?scope=p&project_id=${shown.artifact.project_id}&page_size=100`);
  const ofRegistry = useResource<Label[]>("/labels?scope=g&page_size=100");
  const { artifact: text, common } = useText();
  const isEmpty = ofProject.value?.length === 0 && ofRegistry.value?.length === 0;
  const group = (name: string, labels: Label[]) =>
    labels.length > 0 && <LabelChoices name={name} labels={labels} chosen={chosen} onChange={setChosen} />;
  return (
    <FormDialog title={text.labelsTitle} submit={common.save} change={change} canSubmit={!isEmpty} onClose={onClose}>
      {isEmpty && <p className="soft">{text.noLabelsYet}</p>}
      <ResourceView resource={ofProject}>
        {(labels) =>
          group(text.labelsOfProject, labels)}
      </ResourceView>
      <ResourceView resource={ofRegistry}>
        {(labels) =>
          group(text.labelsOfRegistry, labels)}
      </ResourceView>
    </FormDialog>
  );
}

function LabelChoices({ name, labels, chosen, onChange }: {
  name: string;
  labels: Label[];
  chosen: number[];
  onChange: (chosen: number[]) => void;
}) {
  const without = (id: number) => chosen.filter((other) => other !== id);
  return (
    <fieldset className="stack stack-tight">
      <legend className="legend soft">{name}</legend>
      {labels.map((label) => (
        <label key={label.id} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(label.id)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, label.id] : without(label.id))}
          />
          <span className="choice-text">
            <span>
              <LabelChip label={label} />
            </span>
            {label.description && <span className="field-hint">{label.description}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
