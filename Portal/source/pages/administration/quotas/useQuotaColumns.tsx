import type { Quota } from "../../../api/schema.ts";
import { IconButton } from "../../../components/Button.tsx";
import { FillBadge } from "../../../components/FillBadge.tsx";
import { Link } from "../../../components/Link.tsx";
import { Meter } from "../../../components/Meter.tsx";
import { Column } from "../../../components/Table.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { projectAddress } from "../../../platform/addresses.ts";
import { storageLimit, storageUsed } from "./storage.ts";

/** The columns of the list of quotas; `onEdit` is called with one whose limit is to be changed. */
export function useQuotaColumns(onEdit: (quota: Quota) => void): Column<Quota>[] {
  const { quotas: text, common } = useText();
  const { bytes } = useFormat();
  return [
    {
      label: text.project,
      kind: "name",
      sortKey: "name",
      render: (quota) => <Link className="wrap-anywhere" to={projectAddress(quota.ref.name)}>{quota.ref.name}</Link>,
    },
    { label: text.owner, render: (quota) => <span className="wrap-anywhere">{quota.ref.owner_name}</span> },
    { label: text.used, kind: "number", sortKey: "used", render: (quota) => bytes(storageUsed(quota)) },
    {
      label: text.limit,
      kind: "number",
      sortKey: "hard",
      render: (quota) => storageLimit(quota) < 0 ? common.unlimited : bytes(storageLimit(quota)),
    },
    { label: text.share, render: (quota) => <Share quota={quota} /> },
    {
      label: common.actions,
      kind: "actions",
      render: (quota) => <IconButton icon="pencil" label={text.edit(quota.ref.name)} onClick={() => onEdit(quota)} />,
    },
  ];
}

/** How full a project is, with a word where it is nearly so. */
function Share({ quota }: { quota: Quota }) {
  const { quotas: text } = useText();
  const { percent } = useFormat();
  const [used, limit] = [storageUsed(quota), storageLimit(quota)];
  if (limit < 0) return <span className="soft">–</span>;
  return (
    <div className="quota-share">
      <div className="row">
        <span className="number">{percent(used / limit)}</span>
        <FillBadge used={used} limit={limit} />
      </div>
      <Meter label={`${text.share}: ${quota.ref.name}`} used={used} limit={limit} />
    </div>
  );
}
