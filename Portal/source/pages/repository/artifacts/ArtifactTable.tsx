import { Fragment, useState } from "react";
import type { Artifact } from "../../../api/schema.ts";
import { HeaderCell, Sorting } from "../../../components/Table.tsx";
import { useText } from "../../../language/text.ts";
import { ArtifactDialog } from "../actions/ArtifactDialogs.tsx";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { ArtifactParts } from "./ArtifactParts.tsx";
import { ArtifactRow } from "./ArtifactRow.tsx";

/** What rows and their table share. */
export interface ArtifactTableProperties {
  place: RepositoryPlace;
  /** Chooses artifacts, or gives them up. */
  select: (artifacts: Artifact[], isSelected: boolean) => void;
  onDialog: (dialog: ArtifactDialog) => void;
}

/** Artifacts as a table, whose rows unfold to what belongs to them. */
export function ArtifactTable({ rows, sorting, selected, isBusy, ...shared }: ArtifactTableProperties & {
  rows: Artifact[];
  sorting: Sorting;
  selected: Artifact[];
  isBusy: boolean;
}) {
  const { repository: text, common } = useText();
  const { place, select } = shared;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const maySelect = place.may("artifact", "delete") || place.may("artifact-label", "create");
  const toggle = (digest: string) =>
    setOpen((before) =>
      new Set(before.has(digest) ? [...before].filter((each) => each !== digest) : [...before, digest])
    );
  return (
    <div className="table-frame">
      <table className="table table-stacking artifacts" aria-label={text.artifacts} aria-busy={isBusy || undefined}>
        <thead>
          <tr>
            {maySelect && (
              <th scope="col" className="cell-tight">
                <input
                  type="checkbox"
                  aria-label={common.selectAll}
                  checked={selected.length === rows.length}
                  onChange={(event) => select(rows, event.target.checked)}
                />
              </th>
            )}
            <HeaderCell column={{ label: text.artifact }} />
            <HeaderCell column={{ label: common.size, sortKey: "size", kind: "number" }} sorting={sorting} />
            <HeaderCell column={{ label: text.pushed, sortKey: "push_time", kind: "tight" }} sorting={sorting} />
            <HeaderCell column={{ label: text.pulled, sortKey: "pull_time", kind: "tight" }} sorting={sorting} />
            <HeaderCell column={{ label: common.actions, kind: "actions" }} />
          </tr>
        </thead>
        <tbody>
          {rows.map((artifact) => (
            <Fragment key={artifact.digest}>
              <ArtifactRow
                {...shared}
                artifact={artifact}
                isSelected={maySelect ? selected.includes(artifact) : undefined}
                isOpen={open.has(artifact.digest)}
                onToggle={() => toggle(artifact.digest)}
              />
              {open.has(artifact.digest) && (
                <ArtifactParts
                  artifact={artifact}
                  place={place}
                  hasSelection={maySelect}
                />
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
