import type { JobHistory } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Button } from "../../../components/Button.tsx";
import { Progress } from "../../../components/Progress.tsx";
import { useText } from "../../../language/text.ts";
import { useResource } from "../../../platform/useResource.ts";
import { LogText } from "../LogText.tsx";
import { StatusBadge } from "../StatusBadge.tsx";
import { useFollowedLog } from "../useFollowedLog.ts";
import { clockTime, isUnderWay, runRecord, secondsOf } from "./jobRun.ts";
import { SystemJob } from "./systemJob.ts";
import { useStopRun } from "./useStopRun.ts";

/** Milliseconds between two looks at what runs. */
const pause = 1_000;
/** What runs now: how far it is, what it has done so far, and the end of its log. Nothing while nothing runs. */
export function CurrentRun({ job }: { job: SystemJob }) {
  const { value } = useResource<JobHistory[]>(`${job.path}?page_size=1`, { poll: pause });
  const run = value?.find(isUnderWay);
  return run ? <RunCard key={run.id} job={job} run={run} /> : null;
}

function RunCard({ job, run }: { job: SystemJob; run: JobHistory }) {
  const { jobs: text } = useText();
  const stop = useStopRun(job);
  const log = useFollowedLog(`${job.path}/${run.id}/log`, true);
  const figures = job.figures(run);
  const seconds = secondsOf(run, new Date());
  return (
    <section className="card stack stack-tight run-card" aria-labelledby="current-run">
      <div className="row row-between">
        <div className="row">
          <h2 id="current-run">{text.runNumber(run.id)}</h2>
          <StatusBadge status={run.job_status} />
          {runRecord(run).isDryRun && <Badge>{text.dryRun}</Badge>}
          {seconds !== null && <span className="number soft" title={text.duration}>{clockTime(seconds)}</span>}
        </div>
        <Button icon="x" onClick={() => stop(run)}>{text.stop}</Button>
      </div>
      <Progress label={text.runNumber(run.id)} share={figures?.share} />
      {figures && (
        <p className="row">
          <strong>{figures.headline}</strong>
          <span className="soft">{figures.detail}</span>
          {figures.step && <span className="soft">{figures.step}</span>}
        </p>
      )}
      {log.text && <LogText text={log.text} label={text.logOf(run.id)} />}
    </section>
  );
}
