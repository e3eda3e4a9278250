import { Button } from "../../components/Button.tsx";
import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { SystemJobView, useWantedRun } from "../jobs/system/SystemJobView.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import { usePurgeJob } from "./usePurgeJob.ts";

/** Removes old entries of the audit log: now, on a schedule, and what came of it. */
export default function AuditPurgePage() {
  const { auditPurge: text, shell } = useText();
  const job = usePurgeJob();
  const { wanted, setWanted, askForFirst } = useWantedRun(job);
  return (
    <>
      <PageHeader
        title={shell.auditLog}
        document={text.title}
        description={text.hint}
        actions={<Button kind="primary" icon="zap" onClick={askForFirst}>{job.runNow}</Button>}
      />
      <AuditTabs />
      <SystemJobView job={job} wanted={wanted} onWant={setWanted} />
    </>
  );
}
