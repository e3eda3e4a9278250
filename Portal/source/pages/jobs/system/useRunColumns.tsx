import type { JobHistory } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { Column } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import { useText } from "../../../language/text.ts";
import { StatusBadge } from "../StatusBadge.tsx";
import { clockTime, isUnderWay, runRecord, secondsOf } from "./jobRun.ts";
import { knownParameters, SystemJob } from "./systemJob.ts";
import type { WantedRun } from "./SystemJobView.tsx";
import { useStopRun } from "./useStopRun.ts";

/** The columns of a job's runs; `showLog` opens a run's log. */
export function useRunColumns(
  job: SystemJob,
  showLog: (run: JobHistory) => void,
  want: (wanted: WantedRun) => void,
): Array<Column<JobHistory>> {
  const { jobs: text, common } = useText();
  const stop = useStopRun(job);
  return [
    { label: text.run, kind: "name", render: (run) => `${run.id}` },
    { label: text.status, kind: "tight", render: (run) => <StatusBadge status={run.job_status} /> },
    { label: text.result, render: (run) => <Result job={job} run={run} /> },
    { label: text.trigger, render: (run) => text.triggers[run.job_kind] },
    { label: text.began, render: (run) => <Time value={run.start_time ?? run.creation_time} /> },
    {
      label: text.duration,
      kind: "number",
      render: (run) => {
        const seconds = secondsOf(run, new Date());
        return seconds === null ? "" : clockTime(seconds);
      },
    },
    {
      label: common.actions,
      kind: "actions",
      render: (run) => (
        <Menu
          label={`${common.more}: ${text.run} ${run.id}`}
          actions={[
            { label: text.log, icon: "scroll-text", run: () => showLog(run) },
            runRecord(run).isDryRun && run.job_status === "Success" && {
              label: text.runForReal,
              icon: "zap",
              run: () => want({ parameters: knownParameters(job.defaults, runRecord(run).values), isDryRun: false }),
            },
            isUnderWay(run) && { label: text.stop, icon: "x", isDangerous: true, run: () => stop(run) },
          ]}
        />
      ),
    },
  ];
}

/** What a run has done so far, or why it failed. */
function Result({ job, run }: { job: SystemJob; run: JobHistory }) {
  const { jobs: text } = useText();
  const figures = job.figures(run);
  const isDryRun = runRecord(run).isDryRun;
  if (run.job_status === "Error") return <span className="wrap-anywhere">{run.status_message}</span>;
  return (
    <span className="row">
      {isDryRun && <Badge>{text.dryRun}</Badge>}
      {figures && <span>{figures.headline}</span>}
      {figures?.detail && <span className="soft">{figures.detail}</span>}
    </span>
  );
}
