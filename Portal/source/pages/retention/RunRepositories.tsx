import { useState } from "react";
import type { Project, RetentionCandidate, RetentionExecution, RetentionTask } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ListView } from "../../components/ListView.tsx";
import { Pagination } from "../../components/Pagination.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useText } from "../../language/text.ts";
import { setParameters, useParameters } from "../../platform/location.ts";
import { useLastReading } from "../../platform/useLastReading.ts";
import { useListing } from "../../platform/useListing.ts";
import { DecisionFilter } from "./DecisionFilter.tsx";
import { decisionFilter } from "./decisions.ts";
import { RepositoryCounts } from "./RepositoryCounts.tsx";
import { isUnderWay, taskPath } from "./retentionRun.ts";
import { TaskLogDialog } from "./TaskLogDialog.tsx";
import { useCandidateColumns } from "./useCandidateColumns.tsx";

/** Milliseconds between two looks at the repositories of a run under way. */
const pause = 2_000;

/** The repositories of a run, and what stays and goes in one of them. */
export function RunRepositories({ project, run }: { project: Project; run: RetentionExecution }) {
  const { retention } = useText();
  const wanted = useParameters().get("repository");
  const listing = useListing<RetentionTask>(`/retentions/${run.policy_id}/executions/${run.id}/tasks`, {
    prefix: "repositories-",
    size: 50,
    poll: isUnderWay(run.status) ? pause : undefined,
  });
  useLastReading(listing.resource, isUnderWay(run.status));
  const first = listing.elements.find(({ deleted = 0 }) => deleted > 0) ?? listing.elements[0];
  const chosen = listing.elements.find(({ repository }) => repository === wanted) ?? first;
  if (listing.isEmpty) {
    const hint = isUnderWay(run.status) ? retention.waiting : retention.noRepositories;
    return <EmptyState icon="boxes" title={retention.nothingLookedAt} hint={hint} />;
  }
  return (
    <ResourceView resource={listing.resource}>
      {(tasks) => (
        <div className="retention-panes">
          <div>
            <RepositoryCounts
              counts={tasks.map((task) => ({ ...task, deleted: task.deleted ?? task.total - task.retained }))}
              chosen={chosen?.repository}
              isDone={!run.dry_run}
              onChoose={(repository) => setParameters({ repository, page: null }, { replace: true })}
            />
            <Pagination {...listing.paging} />
          </div>
          {chosen && <TaskCandidates key={chosen.id} project={project} run={run} task={chosen} />}
        </div>
      )}
    </ResourceView>
  );
}

function TaskCandidates({ project, run, task }: { project: Project; run: RetentionExecution; task: RetentionTask }) {
  const { retention } = useText();
  const [isLogShown, setLogShown] = useState(false);
  const parameters = useParameters();
  const decision = decisionFilter(parameters.get("decision") ?? "");
  const setDecision = (value: string) => setParameters({ decision: value, page: null }, { replace: true });
  const listing = useListing<RetentionCandidate>(`${taskPath(run, task)}/candidates`, {
    parameters: decision === "" ? {} : { decision },
    poll: isUnderWay(task.status) ? pause : undefined,
  });
  useLastReading(listing.resource, isUnderWay(task.status));
  const columns = useCandidateColumns(project.name, task.repository);
  return (
    <div>
      <ListView
        label={task.repository}
        listing={listing}
        columns={columns}
        rowKey={(candidate) => `${candidate.digest} ${candidate.tags[0] ?? ""}`}
        toolbar={<DecisionFilter value={decision} onChange={setDecision} />}
        actions={<Button icon="scroll-text" onClick={() => setLogShown(true)}>{retention.log}</Button>}
        isFiltered={decision !== ""}
        onClear={() => setDecision("")}
        empty={
          <EmptyState
            icon="tags"
            title={retention.nothingListed}
            hint={isUnderWay(task.status) ? retention.waiting : retention.nothingListedHint}
          >
            <Button icon="scroll-text" onClick={() => setLogShown(true)}>{retention.log}</Button>
          </EmptyState>
        }
      />
      {isLogShown && <TaskLogDialog run={run} task={task} onClose={() => setLogShown(false)} />}
    </div>
  );
}
