import type { ProjectReq } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useResources } from "../../../platform/useResource.ts";

/** What of a project is changed; what isn't mentioned stays. */
export type ProjectUpdate = Omit<ProjectReq, "metadata"> & { metadata?: Record<string, string> };

/** Gives a function that changes a project, and says so; it throws `RequestFailure`. */
export function useProjectUpdate(project: string): (body: ProjectUpdate) => Promise<void> {
  const cache = useResources();
  const { show } = useToasts();
  const { common } = useText();
  return async (body) => {
    await cache.change(projectPath(project), { method: "PUT", body }, projectPath(project), "/projects?", "/quotas");
    show(common.saved);
  };
}
