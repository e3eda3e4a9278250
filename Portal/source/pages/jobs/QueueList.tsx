import { useState } from "react";
import type { JobQueue } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Menu } from "../../components/Menu.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Table } from "../../components/Table.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResource, useResources } from "../../platform/useResource.ts";
import { useKindName } from "./useKindName.ts";

/** What waits of each kind of job; queues can be paused and emptied. */
export function QueueList() {
  const { jobs: text, common } = useText();
  const { number } = useFormat();
  const kindName = useKindName();
  const resource = useResource<JobQueue[]>("/jobservice/queues", { poll: 2_000 });
  const [emptied, setEmptied] = useState<JobQueue | null>(null);
  const pause = useAction();
  return (
    <section className="stack stack-tight">
      <h2>{text.queues}</h2>
      <FailureNotice failure={pause.failure} />
      <ResourceView resource={resource}>
        {(queues) => (
          <Table
            label={text.queues}
            rows={queues}
            rowKey={(queue) => queue.job_type}
            columns={[
              { label: text.queue, kind: "name", render: (queue) => kindName(queue.job_type) },
              { label: text.status, kind: "tight", render: (queue) => <QueueStatus queue={queue} /> },
              { label: text.waiting, kind: "number", render: (queue) => number(queue.count) },
              { label: text.longestWait, kind: "number", render: (queue) => text.seconds(number(queue.latency)) },
              {
                label: common.actions,
                kind: "actions",
                render: (queue) => (
                  <Menu
                    label={`${common.more}: ${kindName(queue.job_type)}`}
                    actions={[
                      {
                        label: queue.paused ? text.resume : text.pause,
                        run: () => void pause.run(queue, queue.paused ? "resume" : "pause"),
                      },
                      queue.count > 0 && { label: text.stopWaiting, isDangerous: true, run: () => setEmptied(queue) },
                    ]}
                  />
                ),
              },
            ]}
          />
        )}
      </ResourceView>
      {emptied && <StopWaitingDialog queue={emptied} onClose={() => setEmptied(null)} />}
    </section>
  );
}

function useAction() {
  const cache = useResources();
  return useChange((queue: JobQueue, action: string) =>
    cache.change(`/jobservice/queues/${queue.job_type}`, { method: "PUT", body: { action } }, "/jobservice")
  );
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
