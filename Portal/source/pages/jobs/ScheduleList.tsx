import type { ScheduleTask } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ListView } from "../../components/ListView.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { useListing } from "../../platform/useListing.ts";
import { useKindName } from "./useKindName.ts";

/** What is done on a schedule, and when next. */
export function ScheduleList() {
  const { jobs: text } = useText();
  const kindName = useKindName();
  const listing = useListing<ScheduleTask>("/schedules", { prefix: "schedule-" });
  return (
    <section className="stack stack-tight">
      <h2>{text.schedules}</h2>
      <ListView
        label={text.schedules}
        listing={listing}
        rowKey={(schedule) => schedule.id}
        columns={[
          { label: text.queue, kind: "name", render: (schedule) => kindName(schedule.vendor_type) },
          { label: text.cron, render: (schedule) => <code>{schedule.cron || text.scheduleKinds.None}</code> },
          {
            label: text.nextRun,
            render: (schedule) =>
              schedule.paused
                ? <Badge kind="warning">{text.paused}</Badge>
                : schedule.next_time && <Time value={schedule.next_time} />,
          },
        ]}
        empty={<EmptyState icon="clock" title={text.noSchedules} />}
      />
    </section>
  );
}
