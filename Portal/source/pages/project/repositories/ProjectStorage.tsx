import type { ProjectSummary } from "../../../api/schema.ts";
import { projectPath } from "../../../api/paths.ts";
import { StorageUse } from "../../../components/StorageUse.tsx";
import { useText } from "../../../language/text.ts";
import { useResource } from "../../../platform/useResource.ts";

/** Says how much a project stores; nothing until it is known. */
export function ProjectStorage({ project }: { project: string }) {
  const { projects } = useText();
  const { value } = useResource<ProjectSummary>(`${projectPath(project)}/summary`, { poll: 30_000 });
  const quota = value?.quota;
  if (!quota) return null;
  return (
    <div className="row soft">
      {projects.storage}
      <StorageUse used={quota.used?.storage ?? 0} limit={quota.hard?.storage ?? -1} />
    </div>
  );
}
