import type { Repository } from "../../../api/schema.ts";
import { Menu } from "../../../components/Menu.tsx";
import { useText } from "../../../language/text.ts";
import { useParameter } from "../../../platform/location.ts";
import { PullSecretButton } from "../../pullSecret/PullSecretButton.tsx";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { DeleteRepositoryDialog } from "./DeleteRepositoryDialog.tsx";
import { RenameRepositoryDialog } from "./RenameRepositoryDialog.tsx";

/** What can be done with a repository as a whole, by those who may. */
export function RepositoryActions({ repository, place }: { repository: Repository; place: RepositoryPlace }) {
  const { repository: text, common } = useText();
  const [dialog, setDialog] = useParameter("dialog");
  const mayDelete = place.may("repository", "delete");
  const close = () => setDialog("", { replace: true });
  return (
    <>
      <PullSecretButton project={place.project} projectID={place.projectID} />
      <Menu
        label={common.more}
        actions={[
          place.may("repository", "update") && {
            label: text.editDescription,
            icon: "pencil",
            run: () => setDialog("description"),
          },
          place.may("repository", "push") && {
            label: text.pushCommands,
            icon: "upload",
            run: () => setDialog("push"),
          },
          mayDelete && { label: text.rename, icon: "folder-git-2", run: () => setDialog("rename") },
          mayDelete && { label: text.delete, icon: "trash-2", isDangerous: true, run: () => setDialog("delete") },
        ]}
      />
      {dialog === "rename" && mayDelete && <RenameRepositoryDialog place={place} onClose={close} />}
      {dialog === "delete" && mayDelete && (
        <DeleteRepositoryDialog repository={repository} place={place} onClose={close} />
      )}
    </>
  );
}
