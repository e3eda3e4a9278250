import type { JobHistory } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { CodeBlock } from "../../components/Copy.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { isUnderWay, statusColours } from "./jobRun.ts";
import { useFollowedLog } from "./useFollowedLog.ts";

/** The log of a run, which grows as the run goes on. */
export function LogDialog({ run, onClose }: { run: JobHistory; onClose: () => void }) {
  const { jobs: text } = useText();
  const log = useFollowedLog(`/system/gc/${run.id}/log`, isUnderWay(run));
  return (
    <Dialog title={text.logOf(run.id)} isWide onClose={onClose}>
      <p>
        <Badge kind={statusColours[run.job_status]}>{text.statuses[run.job_status]}</Badge>
      </p>
      <FailureNotice failure={log.failure} />
      {log.text
        ? <CodeBlock text={log.text} label={text.logOf(run.id)} />
        : <p className="soft" role="status">{text.emptyLog}</p>}
    </Dialog>
  );
}
