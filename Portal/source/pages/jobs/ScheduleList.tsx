import type { SchedulerStatus, ScheduleTask } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { ListView } from "../../components/ListView.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { useListing } from "../../platform/useListing.ts";
import { useResource } from "../../platform/useResource.ts";
import { Idle } from "./Idle.tsx";
import { KindName } from "./KindName.tsx";
import { timingOfCron } from "./schedule.ts";
import { useSteering } from "./useSteering.ts";

/** What is done on a schedule, and when next; all schedules can be paused. */
export function ScheduleList() {
  const { jobs: text } = useText();
  const listing = useListing<ScheduleTask>("/schedules", { prefix: "schedule-", poll: 10_000 });
  const status = useResource<SchedulerStatus>("/schedules/all/paused", { poll: 10_000 });
  const steer = useSteering();
  const isPaused = status.value?.paused ?? false;
  return (
    <section className="stack stack-tight">
      <div className="row row-between">
        <h2>{text.schedules}</h2>
        {status.value && (
          <Button
            icon={isPaused ? "play" : "pause"}
            onClick={() => steer("SCHEDULER", isPaused ? "resume" : "pause")}
          >
            {isPaused ? text.resumeSchedules : text.pauseSchedules}
          </Button>
        )}
      </div>
      {isPaused && <Notice kind="warning">{text.schedulesPaused}</Notice>}
      <ListView
        label={text.schedules}
        listing={listing}
        rowKey={(schedule) => schedule.id}
        columns={[
          { label: text.queue, kind: "name", render: (schedule) => <KindName kind={schedule.vendor_type} /> },
          { label: text.schedule, render: ({ cron }) => text.scheduleKinds[timingOfCron(cron).kind] },
          { label: text.cron, render: ({ cron }) => cron && <code>{cron}</code> },
          { label: text.nextRun, render: (schedule) => <NextRun schedule={schedule} isPaused={isPaused} /> },
        ]}
        empty={<Idle icon="clock" title={text.noSchedules} hint={text.noSchedulesHint} />}
      />
    </section>
  );
}

function NextRun({ schedule, isPaused }: { schedule: ScheduleTask; isPaused: boolean }) {
  const { jobs: text } = useText();
  if (schedule.paused || isPaused) return <Badge kind="warning">{text.paused}</Badge>;
  return schedule.next_time ? <Time value={schedule.next_time} /> : null;
}
