import type { Project } from "../../api/schema.ts";
import { Resource, useResource } from "../../platform/useResource.ts";
import { useIsAdministrator } from "../../session/session.ts";

/** The projects that the start page shows. */
export interface OwnProjects {
  resource: Resource<Project[]>;
  /** Whether they aren't the user's: administrators who are in none see those that changed last. */
  areOthers: boolean;
}

/** Most projects that are shown. */
const most = 6;

/** Reads the projects that the user is a member of, those that changed last first. */
export function useOwnProjects(): OwnProjects {
  const isAdministrator = useIsAdministrator();
  const query = `sort=-update_time&page_size=${most}`;
  const own = useResource<Project[]>(`/projects?member=true&${query}`, { poll: 30_000 });
  const areOthers = isAdministrator && own.value?.length === 0;
  const others = useResource<Project[]>(areOthers ? `/projects?${query}` : null, { poll: 30_000 });
  return { resource: areOthers ? others : own, areOthers };
}
