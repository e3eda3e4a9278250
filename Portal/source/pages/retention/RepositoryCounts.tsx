import type { JobStatus } from "../../api/schema.ts";
import { useText } from "../../language/text.ts";
import { StatusBadge } from "../jobs/StatusBadge.tsx";
import { RepositoryCount } from "./decisions.ts";
import { isUnderWay } from "./retentionRun.ts";
import { ShareBar } from "./ShareBar.tsx";

/** The repositories that were looked at, each with what stays and goes; one is chosen. */
export function RepositoryCounts({ counts, chosen, isDone, onChoose }: {
  counts: Array<RepositoryCount & { status?: JobStatus }>;
  chosen: string | undefined;
  /** Whether what goes has gone already. */
  isDone?: boolean;
  onChoose: (repository: string) => void;
}) {
  const { retention } = useText();
  return (
    <ul className="retention-repositories" aria-label={retention.repositories}>
      {counts.map(({ repository, total, deleted, status = "Success" }) => (
        <li key={repository}>
          <button
            type="button"
            className="retention-repository"
            aria-pressed={repository === chosen}
            onClick={() => onChoose(repository)}
          >
            <span className="wrap-anywhere">{repository}</span>
            {status !== "Success" && <StatusBadge status={status} />}
            {!(isUnderWay(status) && total === 0) && <ShareBar {...{ total, deleted, isDone }} />}
          </button>
        </li>
      ))}
    </ul>
  );
}
