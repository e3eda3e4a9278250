import { useState } from "react";
import type { UserGroup } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { PageHeader } from "../../../components/Page.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useText } from "../../../language/text.ts";
import { navigate } from "../../../platform/location.ts";
import { useResource } from "../../../platform/useResource.ts";
import { GroupAction, GroupActionDialog } from "./GroupActionDialog.tsx";
import { GroupMembers } from "./GroupMembers.tsx";
import { groupTypeName, localGroup } from "./groupTypes.ts";

/** A group with its members. */
export default function GroupPage({ group: id }: { group: string }) {
  const resource = useResource<UserGroup>(`/usergroups/${encodeURIComponent(id)}`);
  return <ResourceView resource={resource} lines={6} isPage>{(group) => <GroupDetails group={group} />}</ResourceView>;
}

function GroupDetails({ group }: { group: UserGroup }) {
  const text = useText();
  const { groups, shell, common } = text;
  const [action, setAction] = useState<GroupAction | null>(null);
  const isLocal = group.group_type === localGroup;
  return (
    <>
      <PageHeader
        title={group.group_name}
        breadcrumbs={[{ label: shell.groups, to: "/administration/groups" }]}
        badges={<Badge kind={isLocal ? "accent" : "normal"}>{groupTypeName(group.group_type, text)}</Badge>}
        description={group.ldap_group_dn && <span className="mono wrap-anywhere">{group.ldap_group_dn}</span>}
        actions={
          <Menu
            label={common.more}
            actions={[
              { label: common.rename, icon: "pencil", run: () => setAction({ kind: "rename", group }) },
              null,
              {
                label: groups.delete,
                icon: "trash-2",
                isDangerous: true,
                run: () => setAction({ kind: "delete", group }),
              },
            ]}
          />
        }
      />
      {isLocal ? <GroupMembers group={group} /> : <Notice>{groups.keptHint}</Notice>}
      {action && (
        <GroupActionDialog
          action={action}
          onClose={() => setAction(null)}
          onDeleted={() => navigate("/administration/groups", { replace: true })}
        />
      )}
    </>
  );
}
