import type { Label } from "../../../api/schema.ts";
import { Button } from "../../../components/Button.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { LabelChip } from "../../../components/LabelChip.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useArtifactDialog } from "../actions/useArtifactDialog.ts";
import { useLabelChanges } from "../actions/useLabelChanges.ts";
import { ShownArtifact } from "../shownArtifact.ts";

/** The labels of an artifact; nothing if it has none and the user can't give it any. */
export function ArtifactLabels({ shown }: { shown: ShownArtifact }) {
  const { artifact, may } = shown;
  const { open } = useArtifactDialog();
  const { artifact: text } = useText();
  const labels = artifact.labels ?? [];
  const mayAdd = may("artifact-label", "create");
  if (labels.length === 0 && !mayAdd) return null;
  return (
    <section className="chip-row" aria-label={text.labels}>
      <h2 className="chip-row-title">{text.labels}</h2>
      <ul className="row">
        {labels.map((label) => (
          <li key={label.id}>
            <LabelChip label={label}>
              {may("artifact-label", "delete") && <TakeOffButton shown={shown} label={label} />}
            </LabelChip>
          </li>
        ))}
      </ul>
      {labels.length === 0 && <span className="soft">{text.noLabels}</span>}
      {mayAdd && <Button kind="link" icon="pencil" onClick={() => open("labels")}>{text.editLabels}</Button>}
    </section>
  );
}

function TakeOffButton({ shown, label }: { shown: ShownArtifact; label: Label }) {
  const { takeOff } = useLabelChanges(shown);
  const change = useChange(() => takeOff(label));
  const { artifact } = useText();
  return (
    <button
      type="button"
      className="chip-button"
      aria-label={artifact.takeOff(label.name)}
      title={artifact.takeOff(label.name)}
      disabled={change.isRunning}
      onClick={() => void change.run()}
    >
      <Icon name="x" size={12} />
    </button>
  );
}
