import type { DeletionPreview } from "../../../api/schema.ts";
import { projectPath, withQuery } from "../../../api/paths.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { navigate } from "../../../platform/location.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource, useResources } from "../../../platform/useResource.ts";
import { DeletionCounts } from "./DeletionCounts.tsx";

/** Says what goes with a project, and deletes it; its name has to be typed if it holds something. */
export function DeleteProjectDialog({ project, onClose }: { project: string; onClose: () => void }) {
  const { projectSettings } = useText();
  const preview = useResource<DeletionPreview>(`${projectPath(project)}/deletion-preview`);
  if (!preview.value) {
    return (
      <Dialog title={projectSettings.deleteTitle(project)} onClose={onClose}>
        <ResourceView resource={preview} lines={4}>{() => null}</ResourceView>
      </Dialog>
    );
  }
  return <Question project={project} preview={preview.value} onClose={onClose} />;
}

function Question({ project, preview, onClose }: {
  project: string;
  preview: DeletionPreview;
  onClose: () => void;
}) {
  const { projectSettings } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const holdsContent = preview.repository_count > 0 || preview.trash_count > 0;
  const change = useChange(async () => {
    const path = withQuery(projectPath(project), { force: holdsContent || null });
    // Only lists become stale: what is below the project isn't there to be asked for.
    await cache.change(path, { method: "DELETE" }, "/projects?", "/repositories", "/quotas", "/statistics");
    show(projectSettings.deleted(project));
    navigate("/projects", { replace: true, isDecided: true });
  });
  return (
    <ConfirmDialog
      title={projectSettings.deleteTitle(project)}
      submit={projectSettings.delete}
      change={change}
      typed={holdsContent ? project : undefined}
      onClose={onClose}
    >
      <p>{holdsContent ? projectSettings.deleteContent : projectSettings.deleteEmpty}</p>
      <DeletionCounts preview={preview} />
      <p>{projectSettings.deleteFinal}</p>
    </ConfirmDialog>
  );
}
