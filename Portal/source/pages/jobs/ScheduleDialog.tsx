import { useState } from "react";
import type { JobSchedule } from "../../api/schema.ts";
import { FormDialog } from "../../components/Dialog.tsx";
import { CheckField, SelectField, TextField } from "../../components/Field.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { kindOf, scheduleKinds } from "./schedule.ts";

/** Changes when garbage is collected by itself. */
export function ScheduleDialog({ schedule, onClose }: { schedule: JobSchedule; onClose: () => void }) {
  const { jobs: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [kind, setKind] = useState(kindOf(schedule));
  const [cron, setCron] = useState(schedule.schedule.cron ?? "0 15 3 * * *");
  const [removesUntagged, setRemovesUntagged] = useState(schedule.parameters?.delete_untagged === true);
  const change = useChange(async () => {
    const body = {
      schedule: kind === "Custom" ? { type: kind, cron } : { type: kind },
      parameters: { delete_untagged: removesUntagged },
    };
    await cache.change("/system/gc/schedule", { method: "PUT", body }, "/system/gc", "/schedules");
    show(text.scheduleSaved);
  });
  return (
    <FormDialog title={text.changeSchedule} submit={text.changeSchedule} change={change} onClose={onClose}>
      <SelectField
        label={text.schedule}
        value={kind}
        onChange={(event) => setKind(scheduleKinds.find((each) => each === event.target.value) ?? "None")}
      >
        {scheduleKinds.map((each) => <option key={each} value={each}>{text.scheduleKinds[each]}</option>)}
      </SelectField>
      {kind === "Custom" && (
        <TextField
          label={text.cron}
          hint={text.cronHint}
          className="mono"
          required
          maxLength={255}
          value={cron}
          onChange={(event) => setCron(event.target.value)}
        />
      )}
      {kind !== "None" && (
        <CheckField
          label={text.deleteUntagged}
          hint={text.deleteUntaggedHint}
          checked={removesUntagged}
          onChange={(event) => setRemovesUntagged(event.target.checked)}
        />
      )}
    </FormDialog>
  );
}
