import type { Worker, WorkerPool } from "../../api/schema.ts";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Table } from "../../components/Table.tsx";
import { Time } from "../../components/Time.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { workersPath } from "./WorkerList.tsx";

/** The processes of the registry that work on jobs, and how many each has. */
export function ProcessList() {
  const { jobs: text } = useText();
  const { number } = useFormat();
  const resource = useResource<WorkerPool[]>("/jobservice/pools", { poll: 5_000 });
  const { value: running = [] } = useResource<Worker[]>(workersPath);
  const count = (pool: WorkerPool) => running.filter(({ pool_id }) => pool_id === pool.worker_pool_id).length;
  return (
    <section className="stack stack-tight">
      <h2>{text.processes}</h2>
      <ResourceView resource={resource} lines={2}>
        {(pools) => (
          <Table
            label={text.processes}
            rows={pools}
            rowKey={(pool) => pool.worker_pool_id}
            columns={[
              {
                label: text.process,
                kind: "name",
                render: (pool) => (
                  <span className="row">
                    {pool.host}
                    <code className="wrap-anywhere">{pool.worker_pool_id}</code>
                  </span>
                ),
              },
              { label: text.processNumber, kind: "number", render: (pool) => pool.pid },
              {
                label: text.running,
                kind: "number",
                render: (pool) => text.runningOf(number(count(pool)), number(pool.concurrency ?? 0)),
              },
              { label: text.upSince, kind: "tight", render: (pool) => <Time value={pool.start_at} /> },
              { label: text.lastBeat, kind: "tight", render: (pool) => <Time value={pool.heartbeat_at} /> },
            ]}
          />
        )}
      </ResourceView>
    </section>
  );
}
