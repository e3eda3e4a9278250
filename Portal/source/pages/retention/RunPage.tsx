import type { Project, RetentionExecution } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Link } from "../../components/Link.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Time } from "../../components/Time.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { projectAddress } from "../../platform/addresses.ts";
import { useResource } from "../../platform/useResource.ts";
import type { May } from "../../session/usePermissions.ts";
import { StatusBadge } from "../jobs/StatusBadge.tsx";
import { ProjectFrame } from "../project/ProjectFrame.tsx";
import { policyID } from "./retentionPolicy.ts";
import { isUnderWay, runsRead } from "./retentionRun.ts";
import { RunRepositories } from "./RunRepositories.tsx";
import { ShareBar } from "./ShareBar.tsx";
import { useRunStop } from "./useRunStop.ts";

/** Milliseconds between two looks at a run. */
const pause = 2_000;

/** A run of a project's retention policy: what stayed and what went, or would, and why. */
export default function RunPage({ project: name, run }: { project: string; run: string }) {
  return (
    <ProjectFrame project={name} page="retention">
      {({ project, may }) => <RunView project={project} may={may} wanted={run} />}
    </ProjectFrame>
  );
}

function RunView({ project, may, wanted }: {
  project: Project;
  may: May;
  /** A run's number, or `latest`. */
  wanted: string;
}) {
  const { common } = useText();
  const policy = policyID(project);
  const path = policy === null ? null : `/retentions/${policy}/executions?page_size=${runsRead}`;
  const resource = useResource<RetentionExecution[]>(path, { poll: pause });
  const missing = <EmptyState icon="search" title={common.notFound} hint={common.notFoundHint} />;
  if (policy === null) return missing;
  return (
    <ResourceView resource={resource}>
      {(runs) => {
        const run = wanted === "latest" ? runs[0] : runs.find((each) => String(each.id) === wanted);
        return run ? <RunContent project={project} may={may} run={run} /> : missing;
      }}
    </ResourceView>
  );
}

function RunContent({ project, may, run }: { project: Project; may: May; run: RetentionExecution }) {
  const { retention } = useText();
  const stop = useRunStop();
  return (
    <div className="stack">
      <div className="row row-between">
        <div className="row">
          <h2>{retention.runName(run.id)}</h2>
          <StatusBadge status={run.status} />
          {run.dry_run && <Badge>{retention.dryRunBadge}</Badge>}
        </div>
        <div className="row">
          {isUnderWay(run.status) && may("tag-retention", "update") && (
            <Button icon="x" onClick={() => stop(run)}>{retention.stop}</Button>
          )}
          <Link className="button" to={projectAddress(project.name, "retention")}>{retention.toPolicy}</Link>
        </div>
      </div>
      <RunFacts run={run} />
      <RunRepositories project={project} run={run} />
    </div>
  );
}

function RunFacts({ run }: { run: RetentionExecution }) {
  const { retention, jobs } = useText();
  const { number } = useFormat();
  const words = run.dry_run ? retention.wouldRemoveOf : retention.removedOf;
  return (
    <div className="card retention-total" role="status">
      {run.total !== undefined && <strong>{words(number(run.deleted ?? 0), number(run.total))}</strong>}
      {run.total !== undefined && <ShareBar total={run.total} deleted={run.deleted ?? 0} isDone={!run.dry_run} />}
      <span className="soft">
        {retention.repositoriesDone(number(run.repositories ?? 0))} · {jobs.triggers[run.trigger]} ·{" "}
        <Time value={run.start_time} />
      </span>
      {run.status_message && <p>{run.status_message}</p>}
    </div>
  );
}
