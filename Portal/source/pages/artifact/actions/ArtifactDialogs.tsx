import { useSession } from "../../../session/session.ts";
import { ShownArtifact } from "../shownArtifact.ts";
import { AddTagDialog } from "./AddTagDialog.tsx";
import { AllTagsDialog } from "./AllTagsDialog.tsx";
import { CopyArtifactDialog } from "./CopyArtifactDialog.tsx";
import { DeleteArtifactDialog } from "./DeleteArtifactDialog.tsx";
import { LabelsDialog } from "./LabelsDialog.tsx";
import { useArtifactDialog } from "./useArtifactDialog.ts";

/** The dialog that the address names, if the user may do what it is for. */
export function ArtifactDialogs({ shown }: { shown: ShownArtifact }) {
  const { name, close } = useArtifactDialog();
  const { user } = useSession();
  const { may } = shown;
  if (name === "add-tag" && may("tag", "create")) return <AddTagDialog shown={shown} onClose={close} />;
  if (name === "tags") return <AllTagsDialog shown={shown} onClose={close} />;
  if (name === "labels" && may("artifact-label", "create")) return <LabelsDialog shown={shown} onClose={close} />;
  if (name === "copy" && user) return <CopyArtifactDialog shown={shown} onClose={close} />;
  if (name === "delete" && may("artifact", "delete")) return <DeleteArtifactDialog shown={shown} onClose={close} />;
  return null;
}
