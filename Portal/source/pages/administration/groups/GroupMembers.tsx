import type { UserGroup, UserGroupMember } from "../../../api/schema.ts";
import { Button, IconButton } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { FailureNotice } from "../../../components/Notice.tsx";
import { Column } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter } from "../../../platform/location.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useListing } from "../../../platform/useListing.ts";
import { useResources } from "../../../platform/useResource.ts";
import { AddGroupMemberDialog } from "./AddGroupMemberDialog.tsx";

/** The members of a local group: they are added and removed here. */
export function GroupMembers({ group }: { group: UserGroup }) {
  const { groups: text } = useText();
  const path = `/usergroups/${group.id}/members`;
  const listing = useListing<UserGroupMember>(path);
  const [isAdding, setAdding] = useParameter("add");
  const { columns, failure } = useMemberColumns(path);
  const add = <Button kind="primary" icon="user-plus" onClick={() => setAdding("yes")}>{text.addMember}</Button>;
  return (
    <>
      <FailureNotice failure={failure} />
      <ListView
        label={text.members}
        listing={listing}
        columns={columns}
        rowKey={(member) => member.user_id}
        actions={add}
        empty={<EmptyState icon="user-plus" title={text.noMembers} hint={text.noMembersHint}>{add}</EmptyState>}
      />
      {isAdding && <AddGroupMemberDialog group={group} onClose={() => setAdding("", { replace: true })} />}
    </>
  );
}

function useMemberColumns(path: string) {
  const { groups: text, users, common } = useText();
  const { remove, failure } = useMemberRemoval(path);
  const columns: Column<UserGroupMember>[] = [
    { label: users.userName, kind: "name", render: (member) => member.username },
    { label: users.fullName, render: (member) => <span className="wrap-anywhere">{member.realname || "–"}</span> },
    { label: text.memberSince, kind: "tight", render: (member) => <Time value={member.creation_time} /> },
    {
      label: common.actions,
      kind: "actions",
      render: (member) => (
        <IconButton
          icon="x"
          label={text.removeMember(member.username)}
          onClick={() => remove(member)}
        />
      ),
    },
  ];
  return { columns, failure };
}

/** Takes members out at once; the toast puts them back. */
function useMemberRemoval(path: string) {
  const { groups: text, common } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const addition = useChange((username: string) => cache.change(path, { method: "POST", body: { username } }, path));
  const removal = useChange(async (member: UserGroupMember) => {
    await cache.change(`${path}/${member.user_id}`, { method: "DELETE" }, path);
    const undo = { label: common.undo, run: () => void addition.run(member.username) };
    show(text.removed(member.username), undo);
  });
  const remove = (member: UserGroupMember) => void removal.run(member);
  return { remove, failure: removal.failure ?? addition.failure };
}
