import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { CollectionDialog } from "./CollectionDialog.tsx";
import { CollectionHistory } from "./CollectionHistory.tsx";
import { CollectionSchedule } from "./CollectionSchedule.tsx";

/** Gives space back: now, on a schedule, and what came of it. */
export default function GarbageCollectionPage() {
  const { jobs: text } = useText();
  const [isStarting, setStarting] = useState(false);
  const start = <Button kind="primary" icon="zap" onClick={() => setStarting(true)}>{text.runNow}</Button>;
  return (
    <>
      <PageHeader title={text.garbageCollection} description={text.garbageCollectionHint} actions={start} />
      <div className="stack">
        <CollectionSchedule />
        <CollectionHistory start={start} />
      </div>
      {isStarting && <CollectionDialog onClose={() => setStarting(false)} />}
    </>
  );
}
