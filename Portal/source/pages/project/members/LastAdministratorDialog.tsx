import type { ProjectMemberEntity, ProjectSummary } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource } from "../../../platform/useResource.ts";
import { useIsAdministrator } from "../../../session/session.ts";
import { projectAdminRole } from "../roles.ts";
import { useIsOwnMembership } from "./ownMembership.ts";

/** Whether a membership is the only one that administers the project. */
export function useIsLastAdministrator(project: string, member: ProjectMemberEntity): boolean {
  const { value } = useResource<ProjectSummary>(`${projectPath(project)}/summary`);
  return member.role_id === projectAdminRole && !member.repository_pattern && value?.project_admin_count === 1;
}

/** Says what happens when a project loses its last administrator, which may be the user. */
export function LastAdministratorWarning({ member }: { member: ProjectMemberEntity }) {
  const { members } = useText();
  const isOwn = useIsOwnMembership(member);
  const isAdministrator = useIsAdministrator();
  return <p>{isOwn && !isAdministrator ? members.lockOut : members.noAdministratorLeft}</p>;
}

/** Asks before a project loses its last administrator. */
export function LastAdministratorDialog({ member, submit, run, onClose }: {
  member: ProjectMemberEntity;
  submit: string;
  run: () => Promise<void>;
  onClose: () => void;
}) {
  const { members } = useText();
  return (
    <ConfirmDialog title={members.lastAdministrator} submit={submit} change={useChange(run)} onClose={onClose}>
      <LastAdministratorWarning member={member} />
    </ConfirmDialog>
  );
}
