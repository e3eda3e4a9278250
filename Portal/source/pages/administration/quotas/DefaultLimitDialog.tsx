import { useState } from "react";
import { FormDialog } from "../../../components/Dialog.tsx";
import { SizeField } from "../../../components/SizeField.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";

/** Changes how much projects may store that are made from now on. */
export function DefaultLimitDialog({ limit: current, onClose }: { limit: number; onClose: () => void }) {
  const { quotas: text, common } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [limit, setLimit] = useState<number | null>(current);
  const change = useChange(async () => {
    const body = { storage_per_project: limit };
    await cache.change("/configurations", { method: "PUT", body }, "/configurations");
    show(common.saved);
  });
  return (
    <FormDialog
      title={text.defaultLabel}
      submit={common.save}
      change={change}
      canSubmit={limit !== null}
      onClose={onClose}
    >
      <SizeField label={text.limit} hint={text.defaultHint} value={limit} onChange={setLimit} />
    </FormDialog>
  );
}
