import { useState } from "react";
import type { ProjectMemberEntity } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { projectAdminRole } from "../roles.ts";
import { LastAdministratorWarning, useIsLastAdministrator } from "./LastAdministratorDialog.tsx";
import { StandingFields } from "./StandingFields.tsx";
import { standingOf, useMemberChanges } from "./useMemberChanges.ts";

/** Changes a member's role and scope. */
export function ChangeMemberDialog({ project, member, onClose }: {
  project: string;
  member: ProjectMemberEntity;
  onClose: () => void;
}) {
  const { members, common } = useText();
  const [standing, setStanding] = useState(standingOf(member));
  const changes = useMemberChanges(project);
  const change = useChange(() => changes.update(member, standing));
  const isAdministrator = standing.role_id === projectAdminRole && standing.repository_pattern === "";
  const isLast = useIsLastAdministrator(project, member);
  return (
    <FormDialog
      title={members.changeTitle(member.entity_name)}
      submit={common.save}
      change={change}
      onClose={onClose}
    >
      <StandingFields value={standing} onChange={setStanding} />
      {isLast && !isAdministrator && (
        <Notice kind="warning">
          <LastAdministratorWarning member={member} />
        </Notice>
      )}
    </FormDialog>
  );
}
