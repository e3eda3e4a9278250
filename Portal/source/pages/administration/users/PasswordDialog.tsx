import { useState } from "react";
import type { UserResp } from "../../../api/schema.ts";
import { FormDialog } from "../../../components/Dialog.tsx";
import { NewPasswordField } from "../../../components/NewPasswordField.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";

/** Gives a user another password. */
export function PasswordDialog({ user, onClose }: { user: UserResp; onClose: () => void }) {
  const { users: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [password, setPassword] = useState("");
  const change = useChange(async () => {
    await cache.change(`/users/${user.user_id}/password`, { method: "PUT", body: { new_password: password } });
    show(text.passwordSet(user.username));
  });
  return (
    <FormDialog title={text.passwordOf(user.username)} submit={text.setPassword} change={change} onClose={onClose}>
      <NewPasswordField label={text.password} value={password} onChange={setPassword} />
      <p className="soft">{text.passwordEnds}</p>
    </FormDialog>
  );
}
