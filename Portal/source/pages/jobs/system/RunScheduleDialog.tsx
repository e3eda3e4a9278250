import { useState } from "react";
import type { JobSchedule } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { CheckField } from "../../../components/Field.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { scheduleRequest, timingOf } from "../schedule.ts";
import { ScheduleFields } from "../ScheduleFields.tsx";
import { scheduledParameters, SystemJob } from "./systemJob.ts";

/** Changes when a job is done by itself, and what its runs do. */
export function RunScheduleDialog({ job, schedule, onClose }: {
  job: SystemJob;
  schedule: JobSchedule;
  onClose: () => void;
}) {
  const { jobs: text, common } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [timing, setTiming] = useState(() => timingOf(schedule));
  const [parameters, setParameters] = useState(() => scheduledParameters(job.defaults, schedule.parameters));
  const isOff = timing.kind === "None";
  const change = useChange(async () => {
    const body = { schedule: scheduleRequest(timing), parameters };
    await cache.change(`${job.path}/schedule`, { method: "PUT", body }, job.path, "/schedules");
    show(text.scheduleSaved);
  });
  const wasDryRun = scheduledParameters(job.defaults, schedule.parameters).dry_run === true;
  const warning = isOff || parameters.dry_run === true ? undefined : job.warning?.(parameters);
  return (
    <FormDialog
      title={text.changeSchedule}
      submit={common.save}
      change={change}
      canSubmit={isOff || (job.isComplete?.(parameters) ?? true)}
      onClose={onClose}
    >
      <ScheduleFields timing={timing} onChange={setTiming} />
      {!isOff && wasDryRun && (
        <CheckField
          label={text.dryRun}
          hint={job.dryRunHint}
          checked={parameters.dry_run === true}
          onChange={({ target }) => setParameters((all) => ({ ...all, dry_run: target.checked }))}
        />
      )}
      {!isOff && job.Options && (
        <job.Options
          parameters={parameters}
          onChange={(part) => setParameters((all) => ({ ...all, ...part }))}
        />
      )}
      {warning && <Notice kind="warning">{warning}</Notice>}
    </FormDialog>
  );
}
