import type { Project, UserResp } from "../../../api/schema.ts";
import { withQuery } from "../../../api/paths.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResource, useResources } from "../../../platform/useResource.ts";

/** Asks before a user is deleted, and says what goes and what stays. */
export function DeleteUserDialog({ user, onClose }: { user: UserResp; onClose: () => void }) {
  const { users: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const projects = useResource<Project[]>(withQuery("/projects", { owner: user.username, page_size: 1 }));
  const owned = projects.total ?? 0;
  const change = useChange(async () => {
    await cache.change(`/users/${user.user_id}`, { method: "DELETE" }, "/users", "/usergroups", "/projects");
    show(text.deleted(user.username));
  });
  return (
    <ConfirmDialog title={text.deleteTitle(user.username)} submit={text.delete} change={change} onClose={onClose}>
      <p>{text.deleteGoes}</p>
      <p>{text.deleteStays}</p>
      {owned > 0 && <p>{text.deleteOwned(owned)}</p>}
      <p className="soft">{text.deleteFinal}</p>
    </ConfirmDialog>
  );
}
