import { useState } from "react";
import type { Project, RetentionPreview } from "../../api/schema.ts";
import { FailureNotice } from "../../components/Notice.tsx";
import { Pagination } from "../../components/Pagination.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { Table } from "../../components/Table.tsx";
import { useText } from "../../language/text.ts";
import { DecisionFilter } from "./DecisionFilter.tsx";
import { Decision } from "./decisions.ts";
import { requestOf } from "./retentionPolicy.ts";
import { useCandidateColumns } from "./useCandidateColumns.tsx";
import { usePreview } from "./usePreview.ts";
import { RetentionDraft } from "./useRetentionDraft.ts";

/** Candidates on a page. */
const size = 25;

/** What would stay and go in one repository, and why. */
export function PreviewedCandidates({ project, draft, preview, repository }: {
  project: Project;
  draft: RetentionDraft;
  preview: RetentionPreview;
  /** Without its project. */
  repository: string;
}) {
  const { retention } = useText();
  const [decision, setDecision] = useState<Decision | "">("");
  const [page, setPage] = useState(1);
  const columns = useCandidateColumns(project.name, repository);
  // The preview of everything lists only the first: then this repository's are asked for by themselves.
  const request = preview.is_complete ? null : requestOf(draft.policy, project.project_id);
  const own = usePreview(request, repository);
  const source = preview.is_complete ? preview : own.value;
  if (!preview.is_complete && own.failure) return <FailureNotice failure={own.failure} />;
  if (!source) return <Skeleton lines={6} />;
  const all = source.candidates.filter((candidate) => (candidate.repository ?? repository) === repository);
  const rows = all.filter((candidate) => decision === "" || candidate.decision === decision);
  const last = Math.max(1, Math.ceil(rows.length / size));
  const shown = Math.min(page, last);
  return (
    <div className="stack stack-tight">
      <DecisionFilter
        value={decision}
        onChange={(value) => {
          setDecision(value);
          setPage(1);
        }}
      />
      {rows.length === 0 ? <p className="card soft">{retention.nothingHere}</p> : (
        <Table
          label={repository}
          rows={rows.slice((shown - 1) * size, shown * size)}
          columns={columns}
          rowKey={(candidate) => `${candidate.digest} ${candidate.tags[0] ?? ""}`}
        />
      )}
      <Pagination page={shown} size={size} total={rows.length} onChange={setPage} />
    </div>
  );
}
