import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { useText } from "../../../language/text.ts";
import { Change } from "../../../platform/useChange.ts";

/** Asks before the registry stops taking changes. */
export function ReadOnlyDialog({ save, onClose }: { save: Change<[]>; onClose: () => void }) {
  const { configuration: text } = useText();
  return (
    <ConfirmDialog title={text.readOnlyTitle} submit={text.readOnlySubmit} change={save} onClose={onClose}>
      <p>{text.readOnlyEffect}</p>
    </ConfirmDialog>
  );
}
