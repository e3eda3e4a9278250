import type { JobSchedule } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Button } from "../../../components/Button.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { Time } from "../../../components/Time.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter } from "../../../platform/location.ts";
import { useResource } from "../../../platform/useResource.ts";
import { kindOf } from "../schedule.ts";
import { RunScheduleDialog } from "./RunScheduleDialog.tsx";
import { scheduledParameters, SystemJob } from "./systemJob.ts";

/** Milliseconds between two looks at when it runs next. */
const pause = 10_000;

/** When a job is done by itself, and a button that changes it. */
export function RunSchedule({ job }: { job: SystemJob }) {
  const { jobs: text } = useText();
  const resource = useResource<JobSchedule>(`${job.path}/schedule`, { poll: pause });
  const [dialog, setDialog] = useParameter("dialog");
  return (
    <section className="card" aria-labelledby="schedule-title">
      <div className="card-title">
        <h2 id="schedule-title">{text.schedule}</h2>
        <Button icon="pencil" onClick={() => setDialog("schedule")}>{text.changeSchedule}</Button>
      </div>
      <ResourceView resource={resource} lines={2}>
        {(schedule) => (
          <>
            <ScheduleInWords job={job} schedule={schedule} />
            {dialog === "schedule" && (
              <RunScheduleDialog
                job={job}
                schedule={schedule}
                onClose={() => setDialog("", { replace: true })}
              />
            )}
          </>
        )}
      </ResourceView>
    </section>
  );
}

function ScheduleInWords({ job, schedule }: { job: SystemJob; schedule: JobSchedule }) {
  const { jobs: text } = useText();
  const { cron, catch_up, next_scheduled_time: next } = schedule.schedule;
  if (!cron) return <p className="soft">{text.noSchedule}</p>;
  const parameters = scheduledParameters(job.defaults, schedule.parameters);
  const what = job.describe?.(parameters);
  return (
    <dl className="facts">
      <dt>{text.scheduleKinds[kindOf(schedule)]}</dt>
      <dd className="row">
        <span className="mono">{cron}</span>
        {parameters.dry_run === true && <Badge>{text.dryRun}</Badge>}
        {catch_up === false && <span className="soft">{text.leavesOut}</span>}
      </dd>
      <dt>{text.nextRun}</dt>
      <dd>
        {next ? <Time value={next} /> : <Badge kind="warning">{text.paused}</Badge>}
      </dd>
      {what && (
        <>
          <dt>{text.options}</dt>
          <dd>{what}</dd>
        </>
      )}
    </dl>
  );
}
