import { useState } from "react";
import { FormDialog } from "../../../components/Dialog.tsx";
import { RadioField } from "../../../components/Field.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { SystemJob } from "./systemJob.ts";
import type { WantedRun } from "./SystemJobView.tsx";

/** Begins a run: counting first is the choice that is made already, and what a run would take away is said. */
export function RunDialog({ job, wanted, onClose }: { job: SystemJob; wanted: WantedRun; onClose: () => void }) {
  const { jobs: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [isDryRun, setDryRun] = useState(wanted.isDryRun);
  const [parameters, setParameters] = useState(wanted.parameters);
  const change = useChange(async () => {
    const body = { schedule: { type: "Manual" }, parameters: { ...parameters, dry_run: isDryRun } };
    await cache.change(`${job.path}/schedule`, { method: "POST", body }, job.path, "/jobservice");
    show(job.begun);
  });
  const warning = isDryRun ? undefined : job.warning?.(parameters);
  return (
    <FormDialog
      title={job.runNow}
      submit={isDryRun ? job.tryNow : job.runNow}
      kind={warning ? "danger" : "primary"}
      change={change}
      canSubmit={job.isComplete?.(parameters) ?? true}
      onClose={onClose}
    >
      <fieldset className="stack stack-tight">
        <legend className="visually-hidden">{text.extent}</legend>
        <RadioField
          name="extent"
          label={text.dryRun}
          hint={job.dryRunHint}
          checked={isDryRun}
          onChange={() => setDryRun(true)}
        />
        <RadioField name="extent" label={text.realRun} checked={!isDryRun} onChange={() => setDryRun(false)} />
      </fieldset>
      {job.Options && (
        <job.Options
          parameters={parameters}
          onChange={(part) => setParameters((all) => ({ ...all, ...part }))}
        />
      )}
      {warning && <Notice kind="warning">{warning}</Notice>}
    </FormDialog>
  );
}
