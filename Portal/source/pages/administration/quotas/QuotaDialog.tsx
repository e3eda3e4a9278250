import { useState } from "react";
import type { Quota } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { SizeField } from "../../../components/SizeField.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { storageLimit, storageUsed } from "./storage.ts";

/** Changes how much a project may store. */
export function QuotaDialog({ quota, onClose }: { quota: Quota; onClose: () => void }) {
  const { quotas: text, common } = useText();
  const { bytes } = useFormat();
  const cache = useResources();
  const { show } = useToasts();
  const [limit, setLimit] = useState<number | null>(storageLimit(quota));
  const used = storageUsed(quota);
  const change = useChange(async () => {
    const body = { hard: { storage: limit } };
    await cache.change(`/quotas/${quota.id}`, { method: "PUT", body }, "/quotas", "/projects");
    show(text.saved(quota.ref.name));
  });
  const isTooLow = limit !== null && limit >= 0 && limit < used;
  return (
    <FormDialog
      title={text.editTitle(quota.ref.name)}
      submit={common.save}
      change={change}
      canSubmit={limit !== null}
      onClose={onClose}
    >
      <SizeField label={text.limit} hint={text.holds(bytes(used))} value={limit} onChange={setLimit} />
      {isTooLow && <Notice kind="warning">{text.tooLow}</Notice>}
    </FormDialog>
  );
}
