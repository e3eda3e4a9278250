import { useState } from "react";
import type { Artifact, Label } from "../../../api/schema.ts";
import { artifactPath, repositoryPath } from "../../../api/paths.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { LabelChip } from "../../../components/LabelChip.tsx";
import { Link } from "../../../components/Link.tsx";
import { useText } from "../../../language/text.ts";
import { projectAddress } from "../../../platform/addresses.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { chosenName } from "../chosenName.ts";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { useKnownLabels } from "../useLabels.ts";
import { afterLabelChange, labelChanges } from "./labelChanges.ts";

/** Puts labels on artifacts, or takes them off. */
export function LabelsDialog({ artifacts: opened, place, onClose }: {
  artifacts: Artifact[];
  place: RepositoryPlace;
  onClose: () => void;
}) {
  const { repository: text, common } = useText();
  const labels = useKnownLabels(place);
  // With what was done before a failure, so that trying again sends the rest.
  const [artifacts, setArtifacts] = useState(opened);
  const [wanted, setWanted] = useState<ReadonlyMap<number, boolean>>(new Map());
  const cache = useResources();
  const change = useChange(async () => {
    const stale = repositoryPath(place.project, place.repository);
    for (const done of labelChanges(artifacts, wanted)) {
      const path = `${artifactPath(place.project, place.repository, done.digest)}/labels`;
      if (done.isAdded) await cache.change(path, { method: "POST", body: { id: done.label } }, stale);
      else await cache.change(`${path}/${done.label}`, { method: "DELETE" }, stale);
      setArtifacts((all) => afterLabelChange(all, done));
    }
  });
  const name = chosenName(artifacts[0], place.reference);
  return (
    <FormDialog
      title={artifacts.length > 1 ? text.labelsOfMany(artifacts.length) : text.labelsOf(name)}
      submit={common.save}
      change={change}
      canSubmit={wanted.size > 0}
      onClose={onClose}
    >
      {labels?.length === 0 && (
        <p>
          {text.noLabels} <Link to={projectAddress(place.project, "labels")}>{text.makeLabels}</Link>
        </p>
      )}
      <fieldset className="stack stack-tight">
        <legend className="visually-hidden">{text.labels}</legend>
        {labels?.map((label) => (
          <LabelChoice
            key={label.id}
            label={label}
            isSet={wanted.get(label.id) ?? artifacts.every((artifact) => hasLabel(artifact, label))}
            isMixed={!wanted.has(label.id) && artifacts.some((artifact) => hasLabel(artifact, label))}
            onChange={(isSet) => setWanted(new Map([...wanted, [label.id, isSet]]))}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}

function hasLabel(artifact: Artifact, label: Label): boolean {
  return artifact.labels?.some(({ id }) => id === label.id) ?? false;
}

function LabelChoice({ label, isSet, isMixed, onChange }: {
  label: Label;
  isSet: boolean;
  /** Whether some of the artifacts have it and others don't. */
  isMixed: boolean;
  onChange: (isSet: boolean) => void;
}) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={isSet}
        ref={(element) => {
          if (element) element.indeterminate = isMixed && !isSet;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="choice-text">
        <span>
          <LabelChip label={label} />
        </span>
        {label.description && <span className="field-hint">{label.description}</span>}
      </span>
    </label>
  );
}
