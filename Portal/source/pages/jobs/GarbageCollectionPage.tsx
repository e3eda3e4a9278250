import { Button } from "../../components/Button.tsx";
import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { SystemJobView, useWantedRun } from "./system/SystemJobView.tsx";
import { useCollectionJob } from "./useCollectionJob.ts";

/** Gives space back: now, on a schedule, and what came of it. */
export default function GarbageCollectionPage() {
  const { jobs: text } = useText();
  const job = useCollectionJob();
  const { wanted, setWanted, askForFirst } = useWantedRun(job);
  return (
    <>
      <PageHeader
        title={text.garbageCollection}
        description={text.garbageCollectionHint}
        actions={<Button kind="primary" icon="zap" onClick={askForFirst}>{job.runNow}</Button>}
      />
      <SystemJobView job={job} wanted={wanted} onWant={setWanted} />
    </>
  );
}
