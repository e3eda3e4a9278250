import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { ProcessList } from "./ProcessList.tsx";
import { QueueList } from "./QueueList.tsx";
import { ScheduleList } from "./ScheduleList.tsx";
import { WorkerList } from "./WorkerList.tsx";

/** What runs in the background, what waits for it, and what is done again and again. */
export default function JobsPage() {
  const { jobs: text } = useText();
  return (
    <>
      <PageHeader title={text.jobs} description={text.jobsHint} />
      <div className="stack stack-loose">
        <WorkerList />
        <QueueList />
        <ScheduleList />
        <ProcessList />
      </div>
    </>
  );
}
