import { useState } from "react";
import { CheckField, SelectField, TextField } from "../../../components/Field.tsx";
import { useText } from "../../../language/text.ts";
import { builtinNames, useRoles } from "../roles.ts";
import { RoleOptions } from "./RoleOptions.tsx";
import { Standing } from "./useMemberChanges.ts";

/** Chooses a role, and whether it is for the whole project or some of its repositories. */
export function StandingFields({ value, onChange }: { value: Standing; onChange: (value: Standing) => void }) {
  const { members } = useText();
  const [isScoped, setScoped] = useState(value.repository_pattern !== "");
  return (
    <>
      <SelectField
        label={members.role}
        hint={useRoleDescription(value.role_id)}
        value={value.role_id}
        onChange={(event) => onChange({ ...value, role_id: Number(event.target.value) })}
      >
        <RoleOptions current={value.role_id} />
      </SelectField>
      <CheckField
        label={members.scoped}
        hint={members.scopedHint}
        checked={isScoped}
        onChange={(event) => {
          setScoped(event.target.checked);
          onChange({ ...value, repository_pattern: "" });
        }}
      />
      {isScoped && (
        <TextField
          label={members.pattern}
          hint={members.patternHint}
          className="mono"
          required
          spellCheck={false}
          autoCapitalize="none"
          placeholder={patternExample}
          value={value.repository_pattern}
          onChange={(event) => onChange({ ...value, repository_pattern: event.target.value })}
        />
      )}
    </>
  );
}

const patternExample = "web/**";

/** Says what a role allows: in the page's language for those of every registry. */
function useRoleDescription(id: number): string | undefined {
  const { members } = useText();
  const roles = useRoles();
  const builtin = builtinNames[id];
  return builtin ? members.roleHints[builtin] : roles.find((role) => role.id === id)?.description;
}
