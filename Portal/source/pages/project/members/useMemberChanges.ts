import type { ProjectMemberEntity } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { useToasts } from "../../../components/Toasts.tsx";
import { useQuickChange } from "../../../components/useQuickChange.ts";
import { useText } from "../../../language/text.ts";
import { useResources } from "../../../platform/useResource.ts";
import { useSession } from "../../../session/session.ts";
import { useRoleName } from "../roles.ts";
import { isOwnMembership } from "./ownMembership.ts";

/** What a membership allows: a role, in the whole project or (with a pattern) in some of its repositories. */
export interface Standing {
  role_id: number;
  repository_pattern: string;
}

/** A user or a group that is to become a member; users by name, so that the registry names them where it refuses. */
export type Candidate = { member_user: { username: string } } | { member_group: { id: number } };

/** Changes of a project's members; each throws `RequestFailure`, and says what was done with a way back. */
export interface MemberChanges {
  add: (candidate: Candidate, name: string, standing: Standing) => Promise<void>;
  update: (member: ProjectMemberEntity, standing: Standing) => Promise<void>;
  remove: (member: ProjectMemberEntity) => Promise<void>;
}

/** Gives the changes of a project's members. */
export function useMemberChanges(project: string): MemberChanges {
  const cache = useResources();
  const { show } = useToasts();
  const { members, common } = useText();
  const roleName = useRoleName();
  const { user } = useSession();
  const path = `${projectPath(project)}/members`;
  const send = (method: string, path: string, body?: unknown) =>
    cache.change(path, { method, body }, projectPath(project), "/projects?", "/users/current/permissions");
  const add = (candidate: Candidate, standing: Standing) => send("POST", path, { ...candidate, ...standing });
  const update = (member: ProjectMemberEntity, standing: Standing) => send("PUT", `${path}/${member.id}`, standing);
  const attempt = useQuickChange((run: () => Promise<unknown>) => run());
  // Who has lost rights of their own can't give them back to themselves.
  const undo = (member: ProjectMemberEntity, run: () => Promise<unknown>) =>
    isOwnMembership(member, user) && !user?.sysadmin_flag ? undefined : { label: common.undo, run: () => attempt(run) };
  return {
    add: async (candidate, name, standing) => {
      await add(candidate, standing);
      show(members.added(name, roleName(standing.role_id)));
    },
    update: async (member, standing) => {
      await update(member, standing);
      show(
        members.changed(member.entity_name, roleName(standing.role_id)),
        undo(member, () => update(member, standingOf(member))),
      );
    },
    remove: async (member) => {
      await send("DELETE", `${path}/${member.id}`);
      show(members.removed(member.entity_name), undo(member, () => add(candidateOf(member), standingOf(member))));
    },
  };
}

/** What a membership allows now. */
export function standingOf(member: ProjectMemberEntity): Standing {
  return { role_id: member.role_id, repository_pattern: member.repository_pattern ?? "" };
}

function candidateOf(member: ProjectMemberEntity): Candidate {
  return member.entity_type === "u"
    ? { member_user: { username: member.entity_name } }
    : { member_group: { id: member.entity_id ?? 0 } };
}
