import type { TrashEntry } from "../../../api/schema.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { DeletedContent } from "./DeletedContent.tsx";
import { useTrash } from "./useTrash.ts";

/** Asks before an entry of the trash is gone for good. */
export function PurgeDialog({ project, entry, onClose }: { project: string; entry: TrashEntry; onClose: () => void }) {
  const { trash } = useText();
  const { purge } = useTrash(project);
  const change = useChange(() => purge(entry));
  return (
    <ConfirmDialog title={trash.purgeTitle} submit={trash.purge} change={change} onClose={onClose}>
      <p className="wrap-anywhere">{entry.repository_name}</p>
      <DeletedContent entry={entry} />
      <p>{entry.kind === "tag" ? trash.purgeTagHint : trash.purgeHint}</p>
    </ConfirmDialog>
  );
}
