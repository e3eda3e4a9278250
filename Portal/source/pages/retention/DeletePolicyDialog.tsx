import { projectPath } from "../../api/paths.ts";
import type { Project } from "../../api/schema.ts";
import type { RetentionPolicy } from "../../api/schema.ts";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";

/** Asks before a project's retention policy is deleted: nothing is removed by retention then. */
export function DeletePolicyDialog({ project, policy, onClose }: {
  project: Project;
  policy: RetentionPolicy;
  onClose: () => void;
}) {
  const { retention } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const change = useChange(async () => {
    await cache.change(`/retentions/${policy.id}`, { method: "DELETE" });
    await cache.readChanged(projectPath(project.name));
    show(retention.deleted);
  });
  return (
    <ConfirmDialog title={retention.deleteTitle} submit={retention.deleteSubmit} change={change} onClose={onClose}>
      <p>{retention.deleteText(policy.rules?.length ?? 0)}</p>
    </ConfirmDialog>
  );
}
