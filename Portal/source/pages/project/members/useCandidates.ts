import type { UserGroupSearchItem, UserSearchRespItem } from "../../../api/schema.ts";
import { withQuery } from "../../../api/paths.ts";
import { Suggestion } from "../../../components/Suggestions.tsx";
import { useResource } from "../../../platform/useResource.ts";
import { useSettled } from "../../../platform/useSettled.ts";
import { Candidate } from "./useMemberChanges.ts";

/** Whether users or groups are looked for. */
export type CandidateKind = "user" | "group";

/** Who was found for a part of a name. */
export interface Candidates {
  suggestions: Suggestion[];
  /** Whether the registry has answered that there is nobody. */
  isNothingFound: boolean;
  /** The one whose name is exactly this; null if there is none. */
  exactly: (name: string) => Candidate | null;
}

/** Most suggestions at once. */
const capacity = 10;

/** Looks for users or groups by a part of their name, as it is typed. */
export function useCandidates(kind: CandidateKind, name: string): Candidates {
  const wanted = useSettled(name.trim());
  const userPath = kind === "user" && wanted
    ? withQuery("/users/search", { username: wanted, page_size: capacity })
    : null;
  const groupPath = kind === "group" && wanted
    ? withQuery("/usergroups/search", { groupname: wanted, page_size: capacity })
    : null;
  const users = useResource<UserSearchRespItem[]>(userPath, { keepPrevious: true });
  const groups = useResource<UserGroupSearchItem[]>(groupPath, { keepPrevious: true });
  const found = kind === "user"
    ? users.value?.map((user) => ({ key: user.user_id, label: user.username }))
    : groups.value?.map((group) => ({ key: group.id, label: group.group_name }));
  const suggestions = wanted ? found ?? [] : [];
  return {
    suggestions,
    isNothingFound: wanted !== "" && found?.length === 0,
    exactly: (name) => {
      const wholeName = name.trim();
      // A user's name needn't be among the first that were found.
      if (kind === "user") return wholeName && found?.length !== 0 ? { member_user: { username: wholeName } } : null;
      const id = found?.find((suggestion) => suggestion.label === wholeName)?.key;
      return id === undefined ? null : { member_group: { id } };
    },
  };
}
