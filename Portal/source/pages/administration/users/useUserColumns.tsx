import type { UserResp } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { Column } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import { useText } from "../../../language/text.ts";
import { navigate } from "../../../platform/location.ts";
import { useSession } from "../../../session/session.ts";
import { UserAction } from "./UserActionDialog.tsx";

/** The columns of the list of users; `onAction` is called with what an administrator wants to do to one. */
export function useUserColumns(onAction: (action: UserAction) => void): Column<UserResp>[] {
  const { users: text, common } = useText();
  return [
    { label: text.userName, kind: "name", sortKey: "username", render: (user) => <UserName user={user} /> },
    {
      label: text.email,
      sortKey: "email",
      render: (user) => <span className="wrap-anywhere">{user.email || text.noAddress}</span>,
    },
    { label: text.comment, render: (user) => <span className="soft wrap-anywhere">{user.comment || "–"}</span> },
    {
      label: common.created,
      kind: "tight",
      sortKey: "creation_time",
      render: (user) => <Time value={user.creation_time} />,
    },
    {
      label: common.actions,
      kind: "actions",
      render: (user) => <UserMenu user={user} onAction={onAction} />,
    },
  ];
}

function UserName({ user }: { user: UserResp }) {
  const { users: text } = useText();
  const session = useSession();
  const isOneself = session.user?.user_id === user.user_id;
  return (
    <div>
      <div className="row">
        <span className="wrap-anywhere">{user.username}</span>
        {isOneself && <Badge>{text.you}</Badge>}
        {user.sysadmin_flag && <Badge kind="accent">{text.administrator}</Badge>}
      </div>
      {user.realname && <div className="second-line">{user.realname}</div>}
    </div>
  );
}

function UserMenu({ user, onAction }: { user: UserResp; onAction: (action: UserAction) => void }) {
  const { users: text, common } = useText();
  const session = useSession();
  const isOneself = session.user?.user_id === user.user_id;
  const act = (kind: UserAction["kind"]) => () => onAction({ kind, user });
  const right = user.sysadmin_flag
    ? { label: text.withdrawAdministrator, icon: "shield" as const, run: act("withdraw") }
    : { label: text.makeAdministrator, icon: "shield-check" as const, run: act("promote") };
  return (
    <Menu
      label={`${common.more}: ${user.username}`}
      actions={[
        isOneself
          ? { label: text.ownProfile, icon: "user", run: () => navigate("/profile") }
          : { label: text.editProfile, icon: "pencil", run: act("profile") },
        !isOneself && { label: text.setPassword, icon: "key", run: act("password") },
        !isOneself && right,
        !isOneself && null,
        !isOneself && { label: text.delete, icon: "trash-2", isDangerous: true, run: act("delete") },
      ]}
    />
  );
}
