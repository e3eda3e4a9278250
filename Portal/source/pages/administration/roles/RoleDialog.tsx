import { useState } from "react";
import type { Role } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { SelectField, TextField } from "../../../components/Field.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { projectAdminRole, useRoleName } from "../../project/roles.ts";
import { PermissionName, permissionName, permissionOf } from "../../robots/permissionGroups.ts";
import { PermissionPicker } from "../../robots/PermissionPicker.tsx";

/** Makes a role out of another one, or changes one. */
export function RoleDialog({ roles, role, base, onClose }: {
  roles: Role[];
  /** The role to change; without one a role is made. */
  role?: Role;
  /** The number of the role that a new one begins as. */
  base?: number;
  onClose: () => void;
}) {
  const { roles: text, common } = useText();
  const [name, setName] = useState(role?.name ?? "");
  const [description, setDescription] = useState(role?.description ?? "");
  const [chosen, setChosen] = useState(() => permissionsOf(role ?? roles.find(({ id }) => id === base)));
  const save = useSaving(role);
  const change = useChange(() => save({ name, description, permissions: [...chosen].map(permissionOf) }));
  return (
    <FormDialog
      title={role ? text.edit(role.name) : text.create}
      submit={role ? common.save : text.createSubmit}
      change={change}
      canSubmit={chosen.size > 0}
      isWide
      onClose={onClose}
    >
      {role && <p className="soft">{text.editHint}</p>}
      <TextField
        label={common.name}
        hint={text.nameHint}
        required
        autoFocus
        maxLength={64}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={common.description}
        isOptional
        maxLength={1024}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      {!role && <BaseField roles={roles} base={base} onChange={(base) => setChosen(permissionsOf(base))} />}
      <fieldset className="stack stack-tight">
        <legend className="field-label">{text.permissions}</legend>
        <PermissionPicker
          available={roles.find(({ id }) => id === projectAdminRole)?.permissions ?? []}
          chosen={chosen}
          onChange={setChosen}
        />
        {chosen.size === 0 && <p className="field-error" role="alert">{text.noPermissions}</p>}
      </fieldset>
    </FormDialog>
  );
}

function BaseField({ roles, base, onChange }: {
  roles: Role[];
  base: number | undefined;
  onChange: (base: Role | undefined) => void;
}) {
  const { roles: text } = useText();
  const roleName = useRoleName();
  return (
    <SelectField
      label={text.startFrom}
      defaultValue={base}
      onChange={(event) => onChange(roles.find(({ id }) => String(id) === event.target.value))}
    >
      {roles.map(({ id }) => <option key={id} value={id}>{roleName(id)}</option>)}
    </SelectField>
  );
}

function permissionsOf(role: Role | undefined): ReadonlySet<PermissionName> {
  return new Set((role?.permissions ?? []).map(permissionName));
}

/** Gives a function that makes a role, or changes the given one. */
function useSaving(role: Role | undefined) {
  const { roles: text, common } = useText();
  const cache = useResources();
  const { show } = useToasts();
  return async (body: Pick<Role, "name" | "description" | "permissions">) => {
    if (role) await cache.change(`/roles/${role.id}`, { method: "PUT", body }, "/roles", "/users/current/permissions");
    else await cache.change("/roles", { method: "POST", body }, "/roles");
    show(role ? common.saved : text.created(body.name));
  };
}
