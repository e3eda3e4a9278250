import type { Artifact } from "../../../api/schema.ts";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { AddTagDialog } from "./AddTagDialog.tsx";
import { CopyArtifactDialog } from "./CopyArtifactDialog.tsx";
import { DeleteArtifactsDialog } from "./DeleteArtifactsDialog.tsx";
import { LabelsDialog } from "./LabelsDialog.tsx";

/** What somebody is about to do with artifacts. */
export interface ArtifactDialog {
  kind: "tag" | "labels" | "copy" | "delete";
  artifacts: Artifact[];
}

/** Shows the dialog that was asked for. */
export function ArtifactDialogs({ dialog, place, onClose, onDeleted }: {
  dialog: ArtifactDialog | null;
  place: RepositoryPlace;
  onClose: () => void;
  /** Called when artifacts are gone. */
  onDeleted: () => void;
}) {
  const [first] = dialog?.artifacts ?? [];
  if (!dialog || !first) return null;
  switch (dialog.kind) {
    case "tag":
      return <AddTagDialog artifact={first} {...{ place, onClose }} />;
    case "labels":
      return <LabelsDialog artifacts={dialog.artifacts} {...{ place, onClose }} />;
    case "copy":
      return <CopyArtifactDialog artifact={first} {...{ place, onClose }} />;
    case "delete":
      return <DeleteArtifactsDialog artifacts={dialog.artifacts} {...{ place, onClose, onDeleted }} />;
  }
}
