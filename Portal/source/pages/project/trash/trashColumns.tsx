import type { TrashEntry } from "../../../api/schema.ts";
import { Button, IconButton } from "../../../components/Button.tsx";
import { Column } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { splitRepositoryName } from "../../../platform/addresses.ts";
import { DeletedContent } from "./DeletedContent.tsx";

/** Gives the columns of the trash. */
export function useTrashColumns({ mayRestore, onRestore, onPurge }: {
  mayRestore: boolean;
  onRestore: (entry: TrashEntry) => void;
  onPurge: (entry: TrashEntry) => void;
}): Array<Column<TrashEntry>> {
  const { trash, common } = useText();
  const { bytes } = useFormat();
  return [
    { label: trash.what, kind: "name", render: (entry) => <DeletedContent entry={entry} /> },
    {
      label: trash.repository,
      sortKey: "repository_name",
      render: (entry) => <span className="wrap-anywhere">{splitRepositoryName(entry.repository_name).repository}</span>,
    },
    {
      label: common.size,
      kind: "number",
      render: (entry) => entry.kind === "artifact" && entry.size ? bytes(entry.size) : null,
    },
    { label: trash.deletedBy, sortKey: "deleted_by", render: (entry) => entry.deleted_by },
    {
      label: trash.deletedAt,
      kind: "tight",
      sortKey: "deleted_at",
      render: (entry) => <Time value={entry.deleted_at} />,
    },
    {
      label: trash.expiresAt,
      kind: "tight",
      sortKey: "expires_at",
      render: (entry) => <Time value={entry.expires_at} />,
    },
    {
      label: common.actions,
      kind: "actions",
      render: (entry) => (
        <span className="row row-still">
          {mayRestore && <Button icon="archive-restore" onClick={() => onRestore(entry)}>{common.restore}</Button>}
          <IconButton icon="trash-2" label={trash.purge} onClick={() => onPurge(entry)} />
        </span>
      ),
    },
  ];
}
