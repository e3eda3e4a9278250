import { useMemo } from "react";
import type { AuditLogExt } from "../../api/schema.ts";
import { projectPath } from "../../api/paths.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { IconButton } from "../../components/Button.tsx";
import { ListView } from "../../components/ListView.tsx";
import { Column } from "../../components/Table.tsx";
import { useText } from "../../language/text.ts";
import { setParameters, useParameter, useParameters } from "../../platform/location.ts";
import { useListing } from "../../platform/useListing.ts";
import { AuditDetails } from "./AuditDetails.tsx";
import { auditConditions, AuditFilter, auditParameters, everything, readAuditFilter } from "./auditFilter.ts";
import { ExportMenu } from "./ExportMenu.tsx";
import { AuditFilters } from "./AuditFilters.tsx";
import { EventCell, ResourceCell, TimeCell, UserCell } from "./AuditCells.tsx";

/** What happened in a project, or with null in the whole registry: newest first. */
export function AuditLog({ project }: { project: string | null }) {
  const { auditLog, common } = useText();
  const parameters = useParameters();
  const filter = useMemo(() => readAuditFilter(parameters), [parameters]);
  const setFilter = (part: Partial<AuditFilter>) =>
    setParameters(auditParameters({ ...filter, ...part }), { replace: true });
  const clear = () => setParameters({ ...auditParameters(everything), filter: null }, { replace: true });
  // "The last hour" is counted from when it was chosen: a list that changes with the clock would be read without end.
  const chosen = JSON.stringify(filter);
  const conditions = useMemo(() => auditConditions(filter, new Date()), [chosen]);
  const path = project ? `${projectPath(project)}/auditlog-exts` : "/auditlog-exts";
  const listing = useListing<AuditLogExt>(path, {
    filterKey: "resource",
    size: 50,
    conditions,
  });
  const [entry, setEntry] = useParameter("entry");
  const columns = useColumns(project, entry, (id) => setEntry(id, { replace: true }), (user) => setFilter({ user }));
  return (
    <ListView
      label={auditLog.list}
      listing={listing}
      columns={columns}
      rowKey={(row) => row.id}
      detail={(row) => entry === String(row.id) ? <AuditDetails entry={row} /> : null}
      filterLabel={auditLog.filter}
      toolbar={<AuditFilters filter={filter} isOfProject={project !== null} onChange={setFilter} />}
      actions={
        <>
          {conditions.length > 0 && (
            <IconButton
              icon="x"
              label={common.clearFilter}
              onClick={clear}
            />
          )}
          {listing.total > 0 && <ExportMenu path={path} q={listing.q} />}
          <IconButton icon="refresh-cw" label={common.refresh} onClick={listing.resource.refresh} />
        </>
      }
      isFiltered={conditions.length > 0}
      onClear={clear}
      empty={<EmptyState icon="scroll-text" title={auditLog.emptyTitle} hint={auditLog.emptyHint} />}
    />
  );
}

function useColumns(
  project: string | null,
  entry: string,
  setEntry: (id: string) => void,
  setUser: (name: string) => void,
): Array<Column<AuditLogExt>> {
  const { auditLog } = useText();
  return [
    { label: auditLog.time, kind: "tight", render: (row) => <TimeCell time={row.op_time} /> },
    { label: auditLog.user, render: (row) => <UserCell name={row.username} onChoose={setUser} /> },
    { label: auditLog.event, render: (row) => <EventCell entry={row} /> },
    { label: auditLog.resource, render: (row) => <ResourceCell entry={row} project={project} /> },
    {
      label: auditLog.details,
      kind: "actions",
      render: (row) => {
        const isOpen = entry === String(row.id);
        return (
          <IconButton
            className="audit-toggle"
            icon={isOpen ? "chevron-down" : "chevron-right"}
            label={auditLog.showDetails(row.id)}
            aria-expanded={isOpen}
            onClick={() => setEntry(isOpen ? "" : String(row.id))}
          />
        );
      },
    },
  ];
}
