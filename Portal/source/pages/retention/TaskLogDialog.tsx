import type { RetentionExecution, RetentionTask } from "../../api/schema.ts";
import { CodeBlock } from "../../components/Copy.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useText } from "../../language/text.ts";
import { usePlainText } from "../../platform/usePlainText.ts";
import { taskPath } from "./retentionRun.ts";

/** What a run did in a repository, as the table that Harbor's clients read. */
export function TaskLogDialog({ run, task, onClose }: {
  run: RetentionExecution;
  task: RetentionTask;
  onClose: () => void;
}) {
  const { retention, jobs } = useText();
  const log = usePlainText(taskPath(run, task));
  const title = retention.logOf(task.repository);
  return (
    <Dialog title={title} isWide onClose={onClose}>
      <FailureNotice failure={log.failure} />
      {log.text === null && !log.failure && <Skeleton lines={5} />}
      {log.text === "" && <p className="soft">{jobs.emptyLog}</p>}
      {log.text && <CodeBlock text={log.text} label={title} />}
    </Dialog>
  );
}
