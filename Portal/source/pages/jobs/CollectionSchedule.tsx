import { useState } from "react";
import type { JobSchedule } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { ScheduleDialog } from "./ScheduleDialog.tsx";
import { kindOf } from "./schedule.ts";

/** When garbage is collected by itself, and a button that changes it. */
export function CollectionSchedule() {
  const { jobs: text } = useText();
  const resource = useResource<JobSchedule>("/system/gc/schedule");
  const [isEditing, setEditing] = useState(false);
  return (
    <section className="card" aria-labelledby="schedule-title">
      <div className="card-title">
        <h2 id="schedule-title">{text.schedule}</h2>
        <Button icon="pencil" onClick={() => setEditing(true)}>{text.changeSchedule}</Button>
      </div>
      <ResourceView resource={resource} lines={2}>
        {(schedule) => (
          <>
            <ScheduleInWords schedule={schedule} />
            {isEditing && <ScheduleDialog schedule={schedule} onClose={() => setEditing(false)} />}
          </>
        )}
      </ResourceView>
    </section>
  );
}

function ScheduleInWords({ schedule }: { schedule: JobSchedule }) {
  const { jobs: text } = useText();
  const { cron, next_scheduled_time: next } = schedule.schedule;
  if (!cron) return <p className="soft">{text.noSchedule}</p>;
  return (
    <dl className="facts">
      <dt>{text.scheduleKinds[kindOf(schedule)]}</dt>
      <dd className="mono">{cron}</dd>
      <dt>{text.nextRun}</dt>
      <dd>
        <Time value={next} />
      </dd>
    </dl>
  );
}
