import type { Label } from "../../../api/schema.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { LabelChip } from "../../../components/LabelChip.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";

/** Asks before a label is deleted: it can't be had back with what it was on. */
export function DeleteLabelDialog({ label, onClose }: { label: Label; onClose: () => void }) {
  const { labels } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const change = useChange(async () => {
    await cache.change(`/labels/${label.id}`, { method: "DELETE" }, "/labels", "/projects/");
    show(labels.deleted(label.name));
  });
  return (
    <ConfirmDialog title={labels.deleteTitle} submit={labels.deleteSubmit} change={change} onClose={onClose}>
      <div>
        <LabelChip label={label} />
      </div>
      <p>{labels.deleteHint}</p>
    </ConfirmDialog>
  );
}
