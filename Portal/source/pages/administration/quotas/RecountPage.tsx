import { Button } from "../../../components/Button.tsx";
import { PageHeader } from "../../../components/Page.tsx";
import { useText } from "../../../language/text.ts";
import { SystemJobView, useWantedRun } from "../../jobs/system/SystemJobView.tsx";
import { QuotaTabs } from "./QuotaTabs.tsx";
import { useRecountJob } from "./useRecountJob.ts";

/** Counts anew what projects hold: now, on a schedule, and what came of it. */
export default function RecountPage() {
  const { quotas: text, shell } = useText();
  const job = useRecountJob();
  const { wanted, setWanted, askForFirst } = useWantedRun(job);
  return (
    <>
      <PageHeader
        title={shell.quotas}
        document={text.recount}
        description={text.recountHint}
        actions={<Button kind="primary" icon="zap" onClick={askForFirst}>{job.runNow}</Button>}
      />
      <QuotaTabs />
      <SystemJobView job={job} wanted={wanted} onWant={setWanted} />
    </>
  );
}
