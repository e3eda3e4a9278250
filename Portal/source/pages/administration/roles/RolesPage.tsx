import { useState } from "react";
import type { Role } from "../../../api/schema.ts";
import { Button } from "../../../components/Button.tsx";
import { PageHeader } from "../../../components/Page.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { Table } from "../../../components/Table.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter } from "../../../platform/location.ts";
import { useResource } from "../../../platform/useResource.ts";
import { builtinRoles } from "../../project/roles.ts";
import { DeleteRoleDialog } from "./DeleteRoleDialog.tsx";
import { sortRoles } from "./matrix.ts";
import { PermissionMatrix } from "./PermissionMatrix.tsx";
import { RoleDialog } from "./RoleDialog.tsx";
import { useRoleColumns } from "./useRoleColumns.tsx";

/** The role that a new one is like unless another one is chosen. */
const usualBase = "3";

/** The roles: the built-in ones and the registry's own, and what each may do. `?create=NUMBER` makes one like another. */
export default function RolesPage() {
  const { roles: text, shell } = useText();
  const resource = useResource<Role[]>("/roles?page_size=100");
  const [base, setBase] = useParameter("create");
  const [edited, setEdited] = useState<Role | null>(null);
  const [deleted, setDeleted] = useState<Role | null>(null);
  const columns = useRoleColumns({
    onCopy: (role) => setBase(String(role.id)),
    onEdit: setEdited,
    onDelete: setDeleted,
  });
  const create = <Button kind="primary" icon="plus" onClick={() => setBase(usualBase)}>{text.create}</Button>;
  return (
    <>
      <PageHeader title={shell.roles} description={text.description} actions={create} />
      <ResourceView resource={resource} lines={10}>
        {(all) => {
          const roles = sortRoles(all, builtinRoles);
          return (
            <div className="stack stack-loose">
              <Table label={text.list} rows={roles} columns={columns} rowKey={(role) => role.id} />
              <PermissionMatrix roles={roles} />
              {base && <RoleDialog roles={roles} base={Number(base)} onClose={() => setBase("", { replace: true })} />}
              {edited && <RoleDialog roles={roles} role={edited} onClose={() => setEdited(null)} />}
              {deleted && <DeleteRoleDialog role={deleted} onClose={() => setDeleted(null)} />}
            </div>
          );
        }}
      </ResourceView>
    </>
  );
}
