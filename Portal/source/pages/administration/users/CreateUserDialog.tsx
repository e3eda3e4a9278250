import { useState } from "react";
import { FormDialog } from "../../../components/Dialog.tsx";
import { TextField } from "../../../components/Field.tsx";
import { NewPasswordField } from "../../../components/NewPasswordField.tsx";
import { useToasts } from "../../../components/Toasts.tsx";
import { useText } from "../../../language/text.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { ProfileFields } from "./ProfileFields.tsx";

const nobody = { username: "", realname: "", email: "", comment: "", password: "" };

/** Makes an account for somebody. */
export function CreateUserDialog({ onClose }: { onClose: () => void }) {
  const { users: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const [account, setAccount] = useState(nobody);
  const change = useChange(async () => {
    await cache.change("/users", { method: "POST", body: account }, "/users");
    show(text.created(account.username));
  });
  return (
    <FormDialog title={text.create} submit={text.createSubmit} change={change} onClose={onClose}>
      <TextField
        label={text.userName}
        hint={text.userNameHint}
        required
        autoFocus
        maxLength={255}
        value={account.username}
        onChange={(event) => setAccount({ ...account, username: event.target.value })}
      />
      <ProfileFields value={account} onChange={setAccount} />
      <NewPasswordField
        label={text.password}
        value={account.password}
        onChange={(password) => setAccount({ ...account, password })}
      />
    </FormDialog>
  );
}
