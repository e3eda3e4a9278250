import { useState } from "react";
import type { JobSchedule } from "../../api/schema.ts";
import { FormDialog } from "../../components/Dialog.tsx";
import { CheckField } from "../../components/Field.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { scheduleRequest, timingOf } from "./schedule.ts";
import { ScheduleFields } from "./ScheduleFields.tsx";

/** Changes when garbage is collected by itself. */
export function ScheduleDialog({ schedule, onClose }: { schedule: JobSchedule; onClose: () => void }) {
  const { jobs: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [timing, setTiming] = useState(() => timingOf(schedule));
  const [removesUntagged, setRemovesUntagged] = useState(schedule.parameters?.delete_untagged === true);
  const change = useChange(async () => {
    const body = { schedule: scheduleRequest(timing), parameters: { delete_untagged: removesUntagged } };
    await cache.change("/system/gc/schedule", { method: "PUT", body }, "/system/gc", "/schedules");
    show(text.scheduleSaved);
  });
  return (
    <FormDialog title={text.changeSchedule} submit={text.changeSchedule} change={change} onClose={onClose}>
      <ScheduleFields timing={timing} onChange={setTiming} />
      {timing.kind !== "None" && (
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
