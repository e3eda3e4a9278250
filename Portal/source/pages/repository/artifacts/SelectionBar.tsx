import type { Artifact } from "../../../api/schema.ts";
import { Button } from "../../../components/Button.tsx";
import { useText } from "../../../language/text.ts";
import { ArtifactDialog } from "../actions/ArtifactDialogs.tsx";
import { RepositoryPlace } from "../repositoryPlace.ts";

/** What can be done with several artifacts at once; it stands where the filters were. */
export function SelectionBar({ selected, place, onDialog, onClear }: {
  selected: Artifact[];
  place: RepositoryPlace;
  onDialog: (dialog: ArtifactDialog) => void;
  onClear: () => void;
}) {
  const { repository: text, common } = useText();
  return (
    <div className="toolbar" role="group" aria-label={common.actions}>
      <strong aria-live="polite">{common.selected(selected.length)}</strong>
      {place.may("artifact-label", "create") && (
        <Button
          icon="tag"
          onClick={() => onDialog({ kind: "labels", artifacts: selected })}
        >
          {text.labels}
        </Button>
      )}
      {place.may("artifact", "delete") && (
        <Button
          icon="trash-2"
          onClick={() => onDialog({ kind: "delete", artifacts: selected })}
        >
          {common.delete}
        </Button>
      )}
      <Button kind="link" onClick={onClear}>{text.clearSelection}</Button>
    </div>
  );
}
