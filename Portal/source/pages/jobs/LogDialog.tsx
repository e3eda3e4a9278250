import type { JobStatus } from "../../api/schema.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { LogText } from "./LogText.tsx";
import { StatusBadge } from "./StatusBadge.tsx";
import { useFollowedLog } from "./useFollowedLog.ts";

/** The log at a path of the management API, which grows as the run goes on. */
export function LogDialog({ title, path, status, onClose }: {
  title: string;
  path: string;
  /** Null if the run has ended and nothing more is known. */
  status: JobStatus | null;
  onClose: () => void;
}) {
  const { jobs: text } = useText();
  const log = useFollowedLog(path, status === "Pending" || status === "Running");
  return (
    <Dialog title={title} isWide onClose={onClose}>
      {status && (
        <p>
          <StatusBadge status={status} />
        </p>
      )}
      <FailureNotice failure={log.failure} />
      {log.text ? <LogText text={log.text} label={title} /> : <p className="soft" role="status">{text.emptyLog}</p>}
    </Dialog>
  );
}
