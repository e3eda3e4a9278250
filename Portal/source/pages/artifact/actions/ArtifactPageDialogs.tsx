import { repositoryAddress } from "../../../platform/addresses.ts";
import { navigate } from "../../../platform/location.ts";
import { useSession } from "../../../session/session.ts";
import { AddTagDialog } from "../../repository/actions/AddTagDialog.tsx";
import { CopyArtifactDialog } from "../../repository/actions/CopyArtifactDialog.tsx";
import { DeleteArtifactsDialog } from "../../repository/actions/DeleteArtifactsDialog.tsx";
import { LabelsDialog } from "../../repository/actions/LabelsDialog.tsx";
import { ShownArtifact } from "../shownArtifact.ts";
import { AllTagsDialog } from "./AllTagsDialog.tsx";
import { useArtifactDialog } from "./useArtifactDialog.ts";

/** The dialog that the address names, if the user may do what it is for. */
export function ArtifactPageDialogs({ shown }: { shown: ShownArtifact }) {
  const { name, close } = useArtifactDialog();
  const { user } = useSession();
  const { artifact, project, repository, may } = shown;
  const properties = { place: shown, onClose: close };
  switch (name) {
    case "add-tag":
      return may("tag", "create") ? <AddTagDialog artifact={artifact} {...properties} /> : null;
    case "tags":
      return <AllTagsDialog shown={shown} onClose={close} />;
    case "labels":
      return may("artifact-label", "create") ? <LabelsDialog artifacts={[artifact]} {...properties} /> : null;
    case "copy":
      return user ? <CopyArtifactDialog artifact={artifact} {...properties} /> : null;
    case "delete":
      return may("artifact", "delete")
        ? (
          <DeleteArtifactsDialog
            artifacts={[artifact]}
            {...properties}
            onDeleted={() => navigate(repositoryAddress(project, repository))}
          />
        )
        : null;
    default:
      return null;
  }
}
