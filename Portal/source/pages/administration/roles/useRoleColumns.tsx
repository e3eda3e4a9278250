import type { Role } from "../../../api/schema.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { Column } from "../../../components/Table.tsx";
import { useText } from "../../../language/text.ts";
import { builtinNames, useRoleName } from "../../project/roles.ts";

/** What can be done with a role. */
interface RoleActions {
  onCopy: (role: Role) => void;
  onEdit: (role: Role) => void;
  onDelete: (role: Role) => void;
}

/** The columns of the list of roles. */
export function useRoleColumns({ onCopy, onEdit, onDelete }: RoleActions): Column<Role>[] {
  const { roles: text, common } = useText();
  const roleName = useRoleName();
  const describe = (role: Role) => {
    const builtin = builtinNames[role.id];
    return builtin ? text.builtinDescriptions[builtin] : role.description;
  };
  return [
    {
      label: text.name,
      kind: "name",
      render: (role) => (
        <span className="row">
          <span className="wrap-anywhere">{roleName(role.id)}</span>
          <Badge kind={role.is_builtin ? "normal" : "accent"}>{role.is_builtin ? text.builtin : text.custom}</Badge>
        </span>
      ),
    },
    {
      label: common.description,
      render: (role) => <span className="soft wrap-anywhere">{describe(role) || "–"}</span>,
    },
    {
      label: text.permissions,
      kind: "tight",
      render: (role) => <span className="number">{text.permissionCount(role.permissions.length)}</span>,
    },
    {
      label: common.actions,
      kind: "actions",
      render: (role) => (
        <Menu
          label={`${common.more}: ${roleName(role.id)}`}
          actions={[
            !role.is_builtin && { label: common.edit, icon: "pencil", run: () => onEdit(role) },
            { label: text.copy, icon: "copy", run: () => onCopy(role) },
            !role.is_builtin && null,
            !role.is_builtin && { label: text.delete, icon: "trash-2", isDangerous: true, run: () => onDelete(role) },
          ]}
        />
      ),
    },
  ];
}
