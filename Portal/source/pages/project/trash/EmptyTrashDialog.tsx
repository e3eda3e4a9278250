import type { TrashEntry } from "../../../api/schema.ts";
import { projectPath, withQuery } from "../../../api/paths.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource } from "../../../platform/useResource.ts";
import { useTrash } from "./useTrash.ts";

/** Asks before everything in a project's trash is gone for good, whatever the list is filtered by. */
export function EmptyTrashDialog({ project, onClose }: { project: string; onClose: () => void }) {
  const { trash } = useText();
  const { empty } = useTrash(project);
  const change = useChange(empty);
  const { total } = useResource<TrashEntry[]>(withQuery(`${projectPath(project)}/trash`, { page_size: 1 }));
  return (
    <ConfirmDialog title={trash.emptyTitle} submit={trash.purge} change={change} onClose={onClose}>
      <p>{total === undefined ? trash.emptyHint : trash.emptyCountHint(total)}</p>
    </ConfirmDialog>
  );
}
