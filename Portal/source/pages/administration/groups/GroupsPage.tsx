import { useState } from "react";
import type { UserGroup } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Button } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Link } from "../../../components/Link.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { PageHeader } from "../../../components/Page.tsx";
import { Column } from "../../../components/Table.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter } from "../../../platform/location.ts";
import { useListing } from "../../../platform/useListing.ts";
import { CreateGroupDialog } from "./CreateGroupDialog.tsx";
import { GroupAction, GroupActionDialog } from "./GroupActionDialog.tsx";
import { groupTypeName, localGroup } from "./groupTypes.ts";

/** The groups of users. */
export default function GroupsPage() {
  const { groups: text, shell } = useText();
  const [isCreating, setCreating] = useParameter("create");
  const [action, setAction] = useState<GroupAction | null>(null);
  const listing = useListing<UserGroup>("/usergroups", { filterKey: "group_name", defaultSort: "group_name" });
  const columns = useGroupColumns(setAction);
  const create = <Button kind="primary" icon="plus" onClick={() => setCreating("yes")}>{text.create}</Button>;
  return (
    <>
      <PageHeader title={shell.groups} description={text.description} actions={!listing.isEmpty && create} />
      <ListView
        label={shell.groups}
        listing={listing}
        columns={columns}
        rowKey={(group) => group.id}
        filterLabel={text.filter}
        empty={<EmptyState icon="users" title={text.empty} hint={text.emptyHint}>{create}</EmptyState>}
      />
      {isCreating && <CreateGroupDialog onClose={() => setCreating("", { replace: true })} />}
      {action && <GroupActionDialog action={action} onClose={() => setAction(null)} />}
    </>
  );
}

function useGroupColumns(onAction: (action: GroupAction) => void): Column<UserGroup>[] {
  const text = useText();
  const { groups, common } = text;
  return [
    {
      label: groups.groupName,
      kind: "name",
      sortKey: "group_name",
      render: (group) => (
        <Link className="wrap-anywhere" to={`/administration/groups/${group.id}`}>{group.group_name}</Link>
      ),
    },
    {
      label: groups.type,
      sortKey: "group_type",
      render: (group) => (
        <div>
          <Badge kind={group.group_type === localGroup ? "accent" : "normal"}>
            {groupTypeName(group.group_type, text)}
          </Badge>
          {group.ldap_group_dn && <div className="second-line mono">{group.ldap_group_dn}</div>}
        </div>
      ),
    },
    {
      label: common.actions,
      kind: "actions",
      render: (group) => (
        <Menu
          label={`${common.more}: ${group.group_name}`}
          actions={[
            { label: common.rename, icon: "pencil", run: () => onAction({ kind: "rename", group }) },
            null,
            {
              label: groups.delete,
              icon: "trash-2",
              isDangerous: true,
              run: () => onAction({ kind: "delete", group }),
            },
          ]}
        />
      ),
    },
  ];
}
