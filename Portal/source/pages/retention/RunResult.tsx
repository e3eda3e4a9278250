import type { RetentionExecution } from "../../api/schema.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";

/** How much a run has removed, or would remove; or why it failed. */
export function RunResult({ run }: { run: RetentionExecution }) {
  const { retention } = useText();
  const { number } = useFormat();
  if (run.status === "Error" && run.status_message) return <>{run.status_message}</>;
  if (run.total === undefined) return null;
  const words = run.dry_run ? retention.wouldRemoveOf : retention.removedOf;
  return <>{words(number(run.deleted ?? 0), number(run.total))}</>;
}
