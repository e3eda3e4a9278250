import type { ProjectMemberEntity, UserResp } from "../../../api/schema.ts";
import { useSession } from "../../../session/session.ts";

/** Whether a membership is a user's own; not if it is a group's. */
export function isOwnMembership(member: ProjectMemberEntity, user: UserResp | null): boolean {
  return member.entity_type === "u" && member.entity_id === user?.user_id;
}

/** Whether a membership is that of who looks at the page. */
export function useIsOwnMembership(member: ProjectMemberEntity): boolean {
  const { user } = useSession();
  return isOwnMembership(member, user);
}
