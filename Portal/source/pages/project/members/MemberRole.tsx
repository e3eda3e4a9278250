import { useEffect, useState } from "react";
import type { ProjectMemberEntity } from "../../../api/schema.ts";
import { FailureNotice } from "../../../components/Notice.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useRoleName } from "../roles.ts";
import { LastAdministratorDialog, useIsLastAdministrator } from "./LastAdministratorDialog.tsx";
import { RoleOptions } from "./RoleOptions.tsx";
import { standingOf, useMemberChanges } from "./useMemberChanges.ts";

/** A member's role, as a choice for who may change it. The last administrator is asked before it takes effect. */
export function MemberRole({ project, member, mayUpdate }: {
  project: string;
  member: ProjectMemberEntity;
  mayUpdate: boolean;
}) {
  const { members } = useText();
  const roleName = useRoleName();
  const changes = useMemberChanges(project);
  const change = useChange((role: number) => changes.update(member, { ...standingOf(member), role_id: role }));
  const isLast = useIsLastAdministrator(project, member);
  const [asked, setAsked] = useState<number | null>(null);
  // What was chosen is shown before the registry confirms it.
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => setChosen(null), [member.role_id]);
  const choose = async (role: number) => {
    if (isLast) return setAsked(role);
    setChosen(role);
    if (!await change.run(role)) setChosen(null);
  };
  if (!mayUpdate) return <>{roleName(member.role_id)}</>;
  return (
    <div>
      <select
        className="input input-quiet"
        aria-label={members.roleOf(member.entity_name)}
        value={chosen ?? member.role_id}
        disabled={change.isRunning}
        onChange={(event) => void choose(Number(event.target.value))}
      >
        <RoleOptions current={member.role_id} />
      </select>
      <FailureNotice failure={change.failure} />
      {asked !== null && (
        <LastAdministratorDialog
          member={member}
          submit={members.changeRole(roleName(asked))}
          run={() => changes.update(member, { ...standingOf(member), role_id: asked })}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
