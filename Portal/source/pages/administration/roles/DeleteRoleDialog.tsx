import type { Role } from "../../../api/schema.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";

/** Asks before a role is deleted; the server refuses one that somebody has. */
export function DeleteRoleDialog({ role, onClose }: { role: Role; onClose: () => void }) {
  const { roles: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const change = useChange(async () => {
    await cache.change(`/roles/${role.id}`, { method: "DELETE" }, "/roles");
    show(text.deleted(role.name));
  });
  return (
    <ConfirmDialog title={text.deleteTitle(role.name)} submit={text.delete} change={change} onClose={onClose}>
      <p>{text.deleteEffect}</p>
      <p className="soft">{text.deleteFinal}</p>
    </ConfirmDialog>
  );
}
