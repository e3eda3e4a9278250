import { Menu } from "../../../components/Menu.tsx";
import { useText } from "../../../language/text.ts";
import { useSession } from "../../../session/session.ts";
import { PullSecretButton } from "../../pullSecret/PullSecretButton.tsx";
import { useArtifactDialog } from "../actions/useArtifactDialog.ts";
import { ShownArtifact } from "../shownArtifact.ts";

/** What the user may do with an artifact. */
export function ArtifactActions({ shown: { project, artifact, kind, may } }: { shown: ShownArtifact }) {
  const { user } = useSession();
  const { open } = useArtifactDialog();
  const { artifact: text, common } = useText();
  return (
    <>
      {["image", "index", "chart"].includes(kind.name) && (
        <PullSecretButton project={project} projectID={artifact.project_id} />
      )}
      <Menu
        label={common.more}
        actions={[
          may("tag", "create") && { label: text.addTag, icon: "tag", run: () => open("add-tag") },
          may("artifact-label", "create") && { label: text.editLabels, icon: "pencil", run: () => open("labels") },
          user !== null && { label: text.copyTo, icon: "copy", run: () => open("copy") },
          may("artifact", "delete") && {
            label: text.delete,
            icon: "trash-2",
            isDangerous: true,
            run: () => open("delete"),
          },
        ]}
      />
    </>
  );
}
