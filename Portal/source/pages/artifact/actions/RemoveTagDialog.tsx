import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { ShownArtifact } from "../shownArtifact.ts";
import { useTagChanges } from "./useTagChanges.ts";

/** Asks before a tag is taken off an artifact. */
export function RemoveTagDialog({ shown, tag, isLast, onClose }: {
  shown: ShownArtifact;
  tag: string;
  /** Whether the artifact has no other tag. */
  isLast: boolean;
  onClose: () => void;
}) {
  const { remove } = useTagChanges(shown);
  const change = useChange(() => remove(tag));
  const { artifact: text, common } = useText();
  return (
    <ConfirmDialog title={text.removeTag(tag)} submit={common.remove} change={change} onClose={onClose}>
      <p>{text.removeTagHint(tag)}</p>
      {isLast && <p>{text.removeLastTagHint}</p>}
    </ConfirmDialog>
  );
}
