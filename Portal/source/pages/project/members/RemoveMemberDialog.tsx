import type { ProjectMemberEntity } from "../../../api/schema.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { LastAdministratorWarning, useIsLastAdministrator } from "./LastAdministratorDialog.tsx";
import { useIsOwnMembership } from "./useIsOwnMembership.ts";
import { useMemberChanges } from "./useMemberChanges.ts";

/** Asks before a member is taken out of a project, and says what they lose. */
export function RemoveMemberDialog({ project, member, onClose }: {
  project: string;
  member: ProjectMemberEntity;
  onClose: () => void;
}) {
  const { members } = useText();
  const changes = useMemberChanges(project);
  const change = useChange(() => changes.remove(member));
  const isOwn = useIsOwnMembership(member);
  const isLast = useIsLastAdministrator(project, member);
  return (
    <ConfirmDialog
      title={isOwn ? members.leaveTitle(project) : members.removeTitle(member.entity_name)}
      submit={isOwn ? members.leave : members.remove}
      change={change}
      onClose={onClose}
    >
      <p>{isOwn ? members.leaveHint : members.removeHint(member.entity_name, project)}</p>
      {isLast && <LastAdministratorWarning member={member} />}
    </ConfirmDialog>
  );
}
