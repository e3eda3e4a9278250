import { useEffect, useRef, useState } from "react";
import type { JobHistory } from "../../../api/schema.ts";
import { Button } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { useText } from "../../../language/text.ts";
import { useListing } from "../../../platform/useListing.ts";
import { useResources } from "../../../platform/useResource.ts";
import { LogDialog } from "../LogDialog.tsx";
import { isUnderWay } from "./jobRun.ts";
import { SystemJob } from "./systemJob.ts";
import type { WantedRun } from "./SystemJobView.tsx";
import { useRunColumns } from "./useRunColumns.tsx";

/** Milliseconds between two looks at the runs. */
const pause = 2_000;

/** The runs of a job, the newest first, kept current. */
export function RunHistory({ job, onWant }: { job: SystemJob; onWant: (wanted: WantedRun) => void }) {
  const { jobs: text } = useText();
  const [shown, setShown] = useState<JobHistory | null>(null);
  const listing = useListing<JobHistory>(job.path, { poll: pause, size: 15 });
  const columns = useRunColumns(job, setShown, onWant);
  const current = listing.elements.find((run) => run.id === shown?.id) ?? shown;
  useRereadingAfterEnd(job, listing.elements);
  return (
    <section className="stack stack-tight">
      <h2>{text.history}</h2>
      <ListView
        label={text.history}
        listing={listing}
        columns={columns}
        rowKey={(run) => run.id}
        empty={
          <EmptyState icon={job.icon} title={text.noRuns} hint={job.noRunsHint}>
            <Button kind="primary" icon="zap" onClick={() => onWant({ parameters: job.defaults, isDryRun: true })}>
              {job.runNow}
            </Button>
          </EmptyState>
        }
      />
      {current && (
        <LogDialog
          title={text.logOf(current.id)}
          path={`${job.path}/${current.id}/log`}
          status={current.job_status}
          onClose={() => setShown(null)}
        />
      )}
    </section>
  );
}

/** Reads what a run has changed again when it has ended. */
function useRereadingAfterEnd(job: SystemJob, runs: JobHistory[]): void {
  const cache = useResources();
  const isRunning = runs.some(isUnderWay);
  const before = useRef(isRunning);
  useEffect(() => {
    if (before.current && !isRunning) cache.invalidateUnasked(...job.changes);
    before.current = isRunning;
  }, [isRunning, cache]);
}
