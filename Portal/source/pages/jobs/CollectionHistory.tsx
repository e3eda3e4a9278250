import { ReactNode, useState } from "react";
import type { JobHistory } from "../../api/schema.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ListView } from "../../components/ListView.tsx";
import { useText } from "../../language/text.ts";
import { useListing } from "../../platform/useListing.ts";
import { LogDialog } from "./LogDialog.tsx";
import { useRunColumns } from "./useRunColumns.tsx";

/** Milliseconds between two looks at the runs. */
const pause = 2_000;

/** The runs of garbage collection, the newest first, kept current. */
export function CollectionHistory({ start }: { start: ReactNode }) {
  const { jobs: text } = useText();
  const [shown, setShown] = useState<JobHistory | null>(null);
  const listing = useListing<JobHistory>("/system/gc", { poll: pause, size: 15 });
  const columns = useRunColumns(setShown);
  const current = listing.elements.find((run) => run.id === shown?.id) ?? shown;
  return (
    <section className="stack stack-tight">
      <h2>{text.history}</h2>
      <ListView
        label={text.history}
        listing={listing}
        columns={columns}
        rowKey={(run) => run.id}
        empty={
          <EmptyState icon="trash-2" title={text.noRuns} hint={text.noRunsHint}>
            {start}
          </EmptyState>
        }
      />
      {current && <LogDialog run={current} onClose={() => setShown(null)} />}
    </section>
  );
}
