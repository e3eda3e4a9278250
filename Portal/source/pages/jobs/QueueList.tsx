import { useState } from "react";
import type { JobQueue, Worker } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Menu } from "../../components/Menu.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Column, Table } from "../../components/Table.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResource, useResources } from "../../platform/useResource.ts";
import { KindName } from "./KindName.tsx";
import { clockTime } from "./system/jobRun.ts";
import { useKindName } from "./useKindName.ts";
import { useSteering } from "./useSteering.ts";
import { workersPath } from "./WorkerList.tsx";

/** What waits of each kind of job; queues can be paused and emptied, one or all of them. */
export function QueueList() {
  const { jobs: text } = useText();
  const resource = useResource<JobQueue[]>("/jobservice/queues", { poll: 2_000 });
  const [emptied, setEmptied] = useState<JobQueue | null>(null);
  const steer = useSteering();
  const columns = useColumns(setEmptied);
  const queues = withoutSchedules(resource.value ?? []);
  return (
    <section className="stack stack-tight">
      <div className="row row-between">
        <h2>{text.queues}</h2>
        <div className="row">
          {queues.some(({ paused }) => !paused) && (
            <Button icon="pause" onClick={() => steer("all", "pause")}>{text.pauseAll}</Button>
          )}
          {queues.some(({ paused }) => paused) && (
            <Button icon="play" onClick={() => steer("all", "resume")}>{text.resumeAll}</Button>
          )}
        </div>
      </div>
      <ResourceView resource={resource}>
        {(all) => (
          <Table
            label={text.queues}
            rows={withoutSchedules(all)}
            rowKey={(queue) => queue.job_type}
            columns={columns}
          />
        )}
      </ResourceView>
      {emptied && <StopWaitingDialog queue={emptied} onClose={() => setEmptied(null)} />}
    </section>
  );
}

/** The schedules are steered like a queue, but beside their list. */
function withoutSchedules(queues: JobQueue[]): JobQueue[] {
  return queues.filter(({ job_type }) => job_type !== "SCHEDULER");
}

function useColumns(empty: (queue: JobQueue) => void): Array<Column<JobQueue>> {
  const { jobs: text, common } = useText();
  const { number } = useFormat();
  const kindName = useKindName();
  const steer = useSteering();
  const { value: running = [] } = useResource<Worker[]>(workersPath);
  return [
    { label: text.queue, kind: "name", render: (queue) => <KindName kind={queue.job_type} /> },
    { label: text.status, kind: "tight", render: (queue) => <QueueStatus queue={queue} /> },
    {
      label: text.running,
      kind: "number",
      render: (queue) => number(running.filter(({ job_name }) => job_name === queue.job_type).length),
    },
    { label: text.waiting, kind: "number", render: (queue) => number(queue.count) },
    { label: text.longestWait, kind: "number", render: (queue) => queue.count > 0 ? clockTime(queue.latency) : "" },
    {
      label: common.actions,
      kind: "actions",
      render: (queue) => (
        <Menu
          label={`${common.more}: ${kindName(queue.job_type)}`}
          actions={[
            {
              label: queue.paused ? text.resume : text.pause,
              icon: queue.paused ? "play" : "pause",
              run: () => steer(queue.job_type, queue.paused ? "resume" : "pause"),
            },
            queue.count > 0 && { label: text.stopWaiting, icon: "x", isDangerous: true, run: () => empty(queue) },
          ]}
        />
      ),
    },
  ];
}

function QueueStatus({ queue }: { queue: JobQueue }) {
  const { jobs: text } = useText();
  return <Badge kind={queue.paused ? "warning" : "success"}>{queue.paused ? text.paused : text.active}</Badge>;
}

function StopWaitingDialog({ queue, onClose }: { queue: JobQueue; onClose: () => void }) {
  const { jobs: text } = useText();
  const kindName = useKindName();
  const cache = useResources();
  const change = useChange(() =>
    cache.change(`/jobservice/queues/${queue.job_type}`, { method: "PUT", body: { action: "stop" } }, "/jobservice")
  );
  return (
    <ConfirmDialog
      title={text.stopWaitingTitle(kindName(queue.job_type))}
      submit={text.stopWaiting}
      change={change}
      onClose={onClose}
    >
      <p>{text.stopWaitingText(queue.count)}</p>
    </ConfirmDialog>
  );
}
