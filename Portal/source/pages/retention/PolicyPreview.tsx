import { useState } from "react";
import type { Project, RetentionPreview } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { FailureNotice, Notice } from "../../components/Notice.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { PreviewedCandidates } from "./PreviewedCandidates.tsx";
import { RepositoryCounts } from "./RepositoryCounts.tsx";
import { requestOf } from "./retentionPolicy.ts";
import { ShareBar } from "./ShareBar.tsx";
import { usePreview } from "./usePreview.ts";
import { RetentionDraft } from "./useRetentionDraft.ts";

/** Shows what the rules on the page would do, saved or not; once it is open it follows every change. */
export function PolicyPreview({ project, draft }: { project: Project; draft: RetentionDraft }) {
  const { retention } = useText();
  const [isOpen, setOpen] = useState(draft.isChanged);
  const { rules } = draft.policy;
  const isRead = isOpen && rules.some((rule) => !rule.isOff);
  const request = isRead ? requestOf(draft.policy, project.project_id) : null;
  const { value, failure, isReading } = usePreview(request);
  return (
    <section className="stack stack-tight" aria-labelledby="retention-preview" aria-busy={isReading || undefined}>
      <div className="row row-between">
        <div>
          <h2 id="retention-preview">{retention.preview}</h2>
          <p className="soft">{retention.previewHint}</p>
        </div>
        <Button icon="eye" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? retention.hidePreview : retention.showPreview}
        </Button>
      </div>
      <FailureNotice failure={failure} />
      {isOpen && !isRead && <p className="card soft">{retention.previewNothing}</p>}
      {isRead && !value && !failure && <Skeleton lines={4} />}
      {isRead && value && !failure && <PreviewResult project={project} draft={draft} preview={value} />}
    </section>
  );
}

function PreviewResult({ project, draft, preview }: {
  project: Project;
  draft: RetentionDraft;
  preview: RetentionPreview;
}) {
  const { retention } = useText();
  const { number } = useFormat();
  const [wanted, setWanted] = useState<string | null>(null);
  const { repositories } = preview;
  // What goes is what people look for: the first repository that loses something is shown unasked.
  const first = repositories.find(({ deleted }) => deleted > 0) ?? repositories[0];
  const chosen = repositories.find(({ repository }) => repository === wanted) ?? first;
  if (!chosen) return <p className="card soft">{retention.previewNothing}</p>;
  return (
    <div className="stack stack-tight">
      <div className="card retention-total" role="status">
        <strong>{retention.wouldRemoveOf(number(preview.deleted), number(preview.total))}</strong>
        <ShareBar total={preview.total} deleted={preview.deleted} />
      </div>
      {!preview.is_complete && <Notice>{retention.previewPartial(number(preview.total))}</Notice>}
      <div className="retention-panes">
        <RepositoryCounts counts={repositories} chosen={chosen.repository} onChoose={setWanted} />
        <PreviewedCandidates key={chosen.repository} {...{ project, draft, preview }} repository={chosen.repository} />
      </div>
    </div>
  );
}
