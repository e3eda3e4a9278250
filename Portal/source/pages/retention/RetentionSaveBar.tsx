import { Button } from "../../components/Button.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { RetentionDraft } from "./useRetentionDraft.ts";

/** Says that something isn't saved, and saves or discards it; it stays in view. */
export function RetentionSaveBar({ draft }: { draft: RetentionDraft }) {
  const { retention } = useText();
  const { save } = draft;
  if (!draft.isChanged) return null;
  return (
    <div className="save-bar">
      <FailureNotice failure={save.failure} />
      <div className="row row-between">
        <span role="status">{retention.unsaved}</span>
        <div className="row">
          <Button onClick={draft.discard} disabled={save.isRunning}>{retention.discard}</Button>
          <Button kind="primary" icon="save" isBusy={save.isRunning} onClick={() => void save.run()}>
            {retention.save}
          </Button>
        </div>
      </div>
    </div>
  );
}
