import { useState } from "react";
import type { Worker } from "../../api/schema.ts";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Menu } from "../../components/Menu.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Column, Table } from "../../components/Table.tsx";
import { Time } from "../../components/Time.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResource, useResources } from "../../platform/useResource.ts";
import { Idle } from "./Idle.tsx";
import { KindName } from "./KindName.tsx";
import { LogDialog } from "./LogDialog.tsx";
import { clockTime, secondsOf } from "./system/jobRun.ts";
import { useKindName } from "./useKindName.ts";

/** The path of what all processes work on. */
export const workersPath = "/jobservice/pools/all/workers";

/** The jobs that processes work on at the moment, with their logs; they can be stopped. */
export function WorkerList() {
  const { jobs: text } = useText();
  const resource = useResource<Worker[]>(workersPath, { poll: 2_000 });
  const [logged, setLogged] = useState<Worker | null>(null);
  const [stopped, setStopped] = useState<Worker | null>(null);
  const columns = useColumns(setLogged, setStopped);
  const isAtWork = resource.value?.some(({ id }) => id === logged?.id) ?? false;
  return (
    <section className="stack stack-tight">
      <h2>{text.workers}</h2>
      <ResourceView resource={resource}>
        {(workers) =>
          workers.length === 0
            ? <Idle icon="circle-check" title={text.nothingRuns} hint={text.nothingRunsHint} />
            : <Table label={text.workers} rows={workers} rowKey={(worker) => worker.id} columns={columns} />}
      </ResourceView>
      {logged && (
        <LogDialog
          title={text.logOfJob(logged.job_id)}
          path={`/jobservice/jobs/${logged.job_id}/log`}
          status={isAtWork ? "Running" : null}
          onClose={() => setLogged(null)}
        />
      )}
      {stopped && <StopDialog worker={stopped} onClose={() => setStopped(null)} />}
    </section>
  );
}

function useColumns(showLog: (worker: Worker) => void, stop: (worker: Worker) => void): Array<Column<Worker>> {
  const { jobs: text, common } = useText();
  const kindName = useKindName();
  return [
    { label: text.queue, kind: "name", render: (worker) => <KindName kind={worker.job_name} /> },
    { label: text.job, kind: "number", render: (worker) => worker.job_id },
    { label: text.began, render: (worker) => <Time value={worker.start_at} /> },
    {
      label: text.duration,
      kind: "number",
      render: ({ start_at: start_time }) => {
        const seconds = secondsOf({ start_time, job_status: "Running" }, new Date());
        return seconds === null ? "" : clockTime(seconds);
      },
    },
    { label: text.process, render: (worker) => <code className="wrap-anywhere">{worker.pool_id}</code> },
    {
      label: common.actions,
      kind: "actions",
      render: (worker) => (
        <Menu
          label={`${common.more}: ${kindName(worker.job_name)} ${worker.job_id}`}
          actions={[
            { label: text.log, icon: "scroll-text", run: () => showLog(worker) },
            { label: text.stop, icon: "x", isDangerous: true, run: () => stop(worker) },
          ]}
        />
      ),
    },
  ];
}

function StopDialog({ worker, onClose }: { worker: Worker; onClose: () => void }) {
  const { jobs: text } = useText();
  const kindName = useKindName();
  const cache = useResources();
  const { show } = useToasts();
  const change = useChange(async () => {
    await cache.change(`/jobservice/jobs/${worker.job_id}`, { method: "PUT", body: { action: "stop" } }, "/jobservice");
    show(text.jobStopped);
  });
  return (
    <ConfirmDialog
      title={text.stopJobTitle(kindName(worker.job_name), worker.job_id)}
      submit={text.stop}
      change={change}
      onClose={onClose}
    >
      <p>{text.stopJobText}</p>
    </ConfirmDialog>
  );
}
