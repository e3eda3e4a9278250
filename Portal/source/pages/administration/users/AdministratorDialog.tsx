import type { UserResp } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";

/** Asks before a user is made an administrator, or is one no more. */
export function AdministratorDialog({ user, onClose }: { user: UserResp; onClose: () => void }) {
  const { users: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const name = user.username;
  const becomes = !user.sysadmin_flag;
  const change = useChange(async () => {
    const body = { sysadmin_flag: becomes };
    await cache.change(`/users/${user.user_id}/sysadmin`, { method: "PUT", body }, "/users");
    show(becomes ? text.madeAdministrator(name) : text.withdrewAdministrator(name));
  });
  return (
    <FormDialog
      title={becomes ? text.makeAdministratorTitle(name) : text.withdrawAdministratorTitle(name)}
      submit={becomes ? text.makeAdministrator : text.withdraw}
      kind={becomes ? "primary" : "danger"}
      change={change}
      onClose={onClose}
    >
      <p>{becomes ? text.makeAdministratorEffect(name) : text.withdrawAdministratorEffect(name)}</p>
    </FormDialog>
  );
}
