import { Button } from "../../../components/Button.tsx";
import { LabelChip } from "../../../components/LabelChip.tsx";
import { useText } from "../../../language/text.ts";
import { useArtifactDialog } from "../actions/useArtifactDialog.ts";
import { ShownArtifact } from "../shownArtifact.ts";

/** The labels of an artifact; nothing if it has none and the user can't give it any. */
export function ArtifactLabels({ shown: { artifact, may } }: { shown: ShownArtifact }) {
  const { open } = useArtifactDialog();
  const { artifact: text } = useText();
  const labels = artifact.labels ?? [];
  const mayEdit = may("artifact-label", "create");
  if (labels.length === 0 && !mayEdit) return null;
  return (
    <section className="chip-row" aria-label={text.labels}>
      <h2 className="chip-row-title">{text.labels}</h2>
      <ul className="row">
        {labels.map((label) => (
          <li key={label.id}>
            <LabelChip label={label} />
          </li>
        ))}
      </ul>
      {labels.length === 0 && <span className="soft">{text.noLabels}</span>}
      {mayEdit && <Button kind="link" icon="pencil" onClick={() => open("labels")}>{text.editLabels}</Button>}
    </section>
  );
}
