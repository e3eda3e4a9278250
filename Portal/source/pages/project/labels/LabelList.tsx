import { useState } from "react";
import type { Label } from "../../../api/schema.ts";
import { Button } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { LabelChip } from "../../../components/LabelChip.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { Column } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter } from "../../../platform/location.ts";
import { useListing } from "../../../platform/useListing.ts";
import { DeleteLabelDialog } from "./DeleteLabelDialog.tsx";
import { LabelDialog, LabelPlace } from "./LabelDialog.tsx";

/** The labels of a project, or of the whole registry, and what may be done with them; `?new=yes` makes one. */
export function LabelList({ scope, mayCreate, mayUpdate, mayDelete }: {
  scope: LabelPlace;
  mayCreate: boolean;
  mayUpdate: boolean;
  mayDelete: boolean;
}) {
  const { labels } = useText();
  const [dialog, setDialog] = useParameter("new");
  const [edited, setEdited] = useState<Label | null>(null);
  const [deleted, setDeleted] = useState<Label | null>(null);
  const parameters = scope.project_id === undefined
    ? { scope: scope.scope }
    : { ...scope, project_id: scope.project_id };
  const listing = useListing<Label>("/labels", { filterKey: "name", defaultSort: "name", parameters });
  const create = mayCreate && <Button onClick={() => setDialog("yes")}>{labels.create}</Button>;
  return (
    <>
      <ListView
        label={labels.title}
        listing={listing}
        columns={useLabelColumns(mayUpdate && setEdited, mayDelete && setDeleted)}
        rowKey={(label) => label.id}
        filterLabel={labels.filter}
        empty={<EmptyState icon="tags" title={labels.none} hint={labels.noneHint}>{create}</EmptyState>}
      />
      {mayCreate && dialog && <LabelDialog scope={scope} onClose={() => setDialog("", { replace: true })} />}
      {edited && <LabelDialog scope={scope} label={edited} onClose={() => setEdited(null)} />}
      {deleted && <DeleteLabelDialog label={deleted} onClose={() => setDeleted(null)} />}
    </>
  );
}

type Action = false | ((label: Label) => void);

function useLabelColumns(onEdit: Action, onDelete: Action): Array<Column<Label> | false> {
  const { labels, common } = useText();
  return [
    { label: common.name, kind: "name", sortKey: "name", render: (label) => <LabelChip label={label} /> },
    {
      label: common.description,
      render: (label) => <span className="wrap-anywhere soft">{label.description}</span>,
    },
    {
      label: common.created,
      kind: "tight",
      sortKey: "creation_time",
      render: (label) => <Time value={label.creation_time} />,
    },
    Boolean(onEdit || onDelete) && {
      label: common.actions,
      kind: "actions",
      render: (label) => (
        <Menu
          label={labels.actionsOn(label.name)}
          actions={[
            onEdit && { label: common.edit, icon: "pencil", run: () => onEdit(label) },
            onDelete && { label: common.delete, icon: "trash-2", isDangerous: true, run: () => onDelete(label) },
          ]}
        />
      ),
    },
  ];
}
