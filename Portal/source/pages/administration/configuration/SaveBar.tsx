import { Button } from "../../../components/Button.tsx";
import { FailureNotice } from "../../../components/Notice.tsx";
import { useText } from "../../../language/text.ts";
import { ConfigurationDraft } from "./useConfigurationDraft.ts";

/** Says how much isn't saved, and saves or discards it; it stays in view. */
export function SaveBar({ draft }: { draft: ConfigurationDraft }) {
  const { configuration: text } = useText();
  const { save, count } = draft;
  return (
    <div className="save-bar" hidden={count === 0}>
      {!draft.refusal && <FailureNotice failure={save.failure} />}
      <div className="row row-between">
        <span role="status">{count > 0 && text.unsaved(count)}</span>
        <div className="row">
          <Button onClick={draft.discard} disabled={save.isRunning}>{text.discard}</Button>
          <Button type="submit" kind="primary" icon="save" isBusy={save.isRunning} disabled={!draft.isComplete}>
            {text.save}
          </Button>
        </div>
      </div>
    </div>
  );
}
