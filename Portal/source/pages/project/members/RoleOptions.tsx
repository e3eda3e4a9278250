import { useText } from "../../../language/text.ts";
import { builtinRoles, useRoleName, useRoles } from "../roles.ts";

/** The roles that a member can have, as options of a choice: those of every registry, then those of this one. */
export function RoleOptions({ current }: {
  /** A role that is among the options even if nobody can get it any more. */
  current: number;
}) {
  const roles = useRoles();
  const roleName = useRoleName();
  const { members } = useText();
  const own = roles.filter((role) => !role.is_builtin).map((role) => role.id);
  const isKnown = builtinRoles.includes(current) || own.includes(current);
  const options = (ids: number[]) => ids.map((id) => <option key={id} value={id}>{roleName(id)}</option>);
  return (
    <>
      {options(builtinRoles)}
      {own.length > 0 && <optgroup label={members.customRoles}>{options(own)}</optgroup>}
      {!isKnown && options([current])}
    </>
  );
}
