import { useState } from "react";
import type { UserResp } from "../../../api/schema.ts";
import { Button } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ListView } from "../../../components/ListView.tsx";
import { PageHeader } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { useText } from "../../../language/text.ts";
import { setParameters, useParameter } from "../../../platform/location.ts";
import { useListing } from "../../../platform/useListing.ts";
import { CreateUserDialog } from "./CreateUserDialog.tsx";
import { UserAction, UserActionDialog } from "./UserActionDialog.tsx";
import { useUserColumns } from "./useUserColumns.tsx";

const setRole = (role: string) =>
  setParameters({ role: role === "everybody" ? null : role, page: null }, { replace: true });

/** The accounts of people: who there is, who administers, and what can be done about it. */
export default function UsersPage() {
  const { users: text, shell } = useText();
  const [role] = useParameter("role", "everybody");
  const [isCreating, setCreating] = useParameter("create");
  const [action, setAction] = useState<UserAction | null>(null);
  const listing = useListing<UserResp>("/users", {
    filterKey: "username",
    defaultSort: "username",
    conditions: role === "administrators" ? ["sysadmin_flag=true"] : [],
  });
  const columns = useUserColumns(setAction);
  return (
    <>
      <PageHeader
        title={shell.users}
        description={text.description}
        actions={<Button kind="primary" icon="user-plus" onClick={() => setCreating("yes")}>{text.create}</Button>}
      />
      <ListView
        label={shell.users}
        listing={listing}
        columns={columns}
        rowKey={(user) => user.user_id}
        filterLabel={text.filter}
        toolbar={
          <Segments
            label={text.administrator}
            value={role}
            onChange={setRole}
            choices={[{ value: "everybody", label: text.everybody }, {
              value: "administrators",
              label: text.administrators,
            }]}
          />
        }
        isFiltered={role !== "everybody"}
        onClear={() => setRole("everybody")}
        empty={<EmptyState icon="users" title={text.empty} />}
      />
      {isCreating && <CreateUserDialog onClose={() => setCreating("", { replace: true })} />}
      {action && <UserActionDialog action={action} onClose={() => setAction(null)} />}
    </>
  );
}
