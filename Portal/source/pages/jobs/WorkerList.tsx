import type { Worker } from "../../api/schema.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Table } from "../../components/Table.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { useKindName } from "./useKindName.ts";

/** The jobs that processes work on at the moment. */
export function WorkerList() {
  const { jobs: text } = useText();
  const kindName = useKindName();
  const resource = useResource<Worker[]>("/jobservice/pools/all/workers", { poll: 2_000 });
  return (
    <section className="stack stack-tight">
      <h2>{text.workers}</h2>
      <ResourceView resource={resource}>
        {(workers) =>
          workers.length === 0 ? <EmptyState icon="circle-check" title={text.nothingRuns} /> : (
            <Table
              label={text.workers}
              rows={workers}
              rowKey={(worker) => worker.id}
              columns={[
                { label: text.queue, kind: "name", render: (worker) => kindName(worker.job_name) },
                { label: text.job, kind: "number", render: (worker) => worker.job_id },
                { label: text.began, render: (worker) => <Time value={worker.start_at} /> },
                { label: text.process, render: (worker) => <code>{worker.pool_id}</code> },
              ]}
            />
          )}
      </ResourceView>
    </section>
  );
}
