import { useState } from "react";
import { FormDialog } from "../../components/Dialog.tsx";
import { CheckField } from "../../components/Field.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";

/** Begins a garbage collection; counting first is the choice that is made already. */
export function CollectionDialog({ onClose }: { onClose: () => void }) {
  const { jobs: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [isDryRun, setDryRun] = useState(true);
  const [removesUntagged, setRemovesUntagged] = useState(false);
  const change = useChange(async () => {
    const body = {
      schedule: { type: "Manual" },
      parameters: { dry_run: isDryRun, delete_untagged: removesUntagged },
    };
    await cache.change("/system/gc/schedule", { method: "POST", body }, "/system/gc", "/jobservice");
    show(text.begun);
  });
  return (
    <FormDialog title={text.garbageCollection} submit={text.runNow} change={change} onClose={onClose}>
      <CheckField
        label={text.dryRun}
        hint={text.dryRunHint}
        checked={isDryRun}
        onChange={(event) => setDryRun(event.target.checked)}
      />
      <CheckField
        label={text.deleteUntagged}
        hint={text.deleteUntaggedHint}
        checked={removesUntagged}
        onChange={(event) => setRemovesUntagged(event.target.checked)}
      />
    </FormDialog>
  );
}
