import type { Project } from "../../api/schema.ts";
import type { RetentionExecution } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Link } from "../../components/Link.tsx";
import { ListView } from "../../components/ListView.tsx";
import { Menu } from "../../components/Menu.tsx";
import { Column } from "../../components/Table.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { projectAddress } from "../../platform/addresses.ts";
import { useListing } from "../../platform/useListing.ts";
import type { May } from "../../session/usePermissions.ts";
import { StatusBadge } from "../jobs/StatusBadge.tsx";
import { clockTime } from "../jobs/system/jobRun.ts";
import { isUnderWay, secondsOf } from "./retentionRun.ts";
import { RunResult } from "./RunResult.tsx";
import { useRunStop } from "./useRunStop.ts";

/** Milliseconds between two looks at the runs. */
const pause = 3_000;

/** The runs of a policy, the newest first, kept current. */
export function RunHistory({ project, policyID, may }: { project: Project; policyID: number; may: May }) {
  const { retention } = useText();
  const listing = useListing<RetentionExecution>(`/retentions/${policyID}/executions`, { poll: pause, size: 10 });
  const columns = useColumns(project, may);
  return (
    <section className="stack stack-tight">
      <h2>{retention.runs}</h2>
      <ListView
        label={retention.runs}
        listing={listing}
        columns={columns}
        rowKey={(run) => run.id}
        empty={<EmptyState icon="history" title={retention.noRuns} hint={retention.noRunsHint} />}
      />
    </section>
  );
}

function useColumns(project: Project, may: May): Array<Column<RetentionExecution> | false> {
  const { retention, jobs, common } = useText();
  const stop = useRunStop();
  const runs = `${projectAddress(project.name, "retention")}/runs`;
  return [
    {
      label: retention.run,
      kind: "name",
      render: (run) => (
        <span className="row">
          <Link to={`${runs}/${run.id}`}>{retention.runName(run.id)}</Link>
          {run.dry_run && <Badge>{retention.dryRunBadge}</Badge>}
        </span>
      ),
    },
    { label: retention.status, kind: "tight", render: (run) => <StatusBadge status={run.status} /> },
    { label: retention.result, render: (run) => <RunResult run={run} /> },
    { label: jobs.trigger, render: (run) => jobs.triggers[run.trigger] },
    { label: jobs.began, kind: "tight", render: (run) => <Time value={run.start_time} /> },
    {
      label: jobs.duration,
      kind: "number",
      render: (run) => {
        const seconds = secondsOf(run);
        return seconds === null ? "" : clockTime(seconds);
      },
    },
    may("tag-retention", "update") && {
      label: common.actions,
      kind: "actions",
      render: (run) =>
        isUnderWay(run.status) && (
          <Menu
            label={`${common.more}: ${retention.runName(run.id)}`}
            actions={[{ label: retention.stop, icon: "x", isDangerous: true, run: () => stop(run) }]}
          />
        ),
    },
  ];
}
