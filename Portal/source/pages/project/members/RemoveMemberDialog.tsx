import type { ProjectMemberEntity } from "../../../api/schema.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { useText } from "../../../language/text.ts";
import { navigate } from "../../../platform/location.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useIsAdministrator } from "../../../session/session.ts";
import { LastAdministratorWarning, useIsLastAdministrator } from "./LastAdministratorDialog.tsx";
import { useIsOwnMembership } from "./ownMembership.ts";
import { useMemberChanges } from "./useMemberChanges.ts";

/** Asks before a member is taken out of a project, and says what they lose. */
export function RemoveMemberDialog({ project, member, onClose }: {
  project: string;
  member: ProjectMemberEntity;
  onClose: () => void;
}) {
  const { members } = useText();
  const changes = useMemberChanges(project);
  const isOwn = useIsOwnMembership(member);
  const isAdministrator = useIsAdministrator();
  const change = useChange(async () => {
    await changes.remove(member);
    if (isOwn && !isAdministrator) navigate("/projects");
  });
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
