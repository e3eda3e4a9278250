import type { ProjectMemberEntity } from "../../../api/schema.ts";
import { useSession } from "../../../session/session.ts";

/** Whether a membership is the user's own; not if it is a group's. */
export function useIsOwnMembership(member: ProjectMemberEntity): boolean {
  const { user } = useSession();
  return member.entity_type === "u" && member.entity_id === user?.user_id;
}
