import type { JobHistory } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { Menu } from "../../components/Menu.tsx";
import { Column } from "../../components/Table.tsx";
import { Time } from "../../components/Time.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useQuickChange } from "../../components/useQuickChange.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useResources } from "../../platform/useResource.ts";
import { collectionFigures, isUnderWay, secondsOf, statusColours } from "./jobRun.ts";

/** The columns of the runs of garbage collection; `showLog` opens a run's log. */
export function useRunColumns(showLog: (run: JobHistory) => void): Array<Column<JobHistory>> {
  const { jobs: text, common } = useText();
  const { number } = useFormat();
  const stop = useStop();
  return [
    { label: text.run, kind: "name", render: (run) => `${run.id}` },
    { label: text.status, kind: "tight", render: (run) => <Status run={run} /> },
    { label: text.result, render: (run) => <Result run={run} /> },
    { label: text.trigger, render: (run) => text.triggers[run.job_kind] },
    { label: text.began, render: (run) => <Time value={run.start_time ?? run.creation_time} /> },
    {
      label: text.duration,
      kind: "number",
      render: (run) => {
        const seconds = secondsOf(run);
        return seconds === null ? "" : text.seconds(number(Math.max(1, Math.round(seconds))));
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
            isUnderWay(run) && { label: text.stop, icon: "x", isDangerous: true, run: () => stop(run) },
          ]}
        />
      ),
    },
  ];
}

function useStop(): (run: JobHistory) => void {
  const { jobs: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  return useQuickChange(async (run: JobHistory) => {
    await cache.change(`/system/gc/${run.id}`, { method: "PUT" }, "/system/gc", "/jobservice");
    show(text.stopped);
  });
}

function Status({ run }: { run: JobHistory }) {
  const { jobs: text } = useText();
  return <Badge kind={statusColours[run.job_status]}>{text.statuses[run.job_status]}</Badge>;
}

/** What a run has freed so far, or why it failed. */
function Result({ run }: { run: JobHistory }) {
  const { jobs: text } = useText();
  const { bytes } = useFormat();
  const { isDryRun, freed, blobs, artifacts } = collectionFigures(run);
  if (run.job_status === "Error") return <>{run.status_message}</>;
  if (freed === null) return null;
  return (
    <span>
      {isDryRun ? text.wouldFree(bytes(freed)) : text.freed(bytes(freed))}{" "}
      <span className="soft">{text.removed(blobs, artifacts)}</span>
    </span>
  );
}
