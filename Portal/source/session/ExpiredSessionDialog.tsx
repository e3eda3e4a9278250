import { FormEvent, useState } from "react";
import { Button } from "../components/Button.tsx";
import { Dialog } from "../components/Dialog.tsx";
import { TextField } from "../components/Field.tsx";
import { useText } from "../language/text.ts";
import { useChange } from "../platform/useChange.ts";
import { SignInFailure } from "./SignInFailure.tsx";

/** Asks for the password again over the page, so that nothing that was typed is lost. */
export function ExpiredSessionDialog({ userName, signIn, onSignedIn, onClose, onLeave }: {
  userName: string;
  signIn: (password: string) => Promise<void>;
  onSignedIn: () => void;
  /** Puts it off: the requests that wait fail, and the next one asks again. */
  onClose: () => void;
  /** Gives the page up. */
  onLeave: () => void;
}) {
  const { signIn: text } = useText();
  const [password, setPassword] = useState("");
  const change = useChange(() => signIn(password));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (await change.run()) onSignedIn();
  };
  return (
    <Dialog title={text.expiredTitle} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>{text.expiredHint}</p>
        <TextField label={text.userName} value={userName} autoComplete="username" readOnly />
        <TextField
          label={text.password}
          type="password"
          autoComplete="current-password"
          required
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <SignInFailure failure={change.failure} />
        <div className="dialog-actions">
          <Button onClick={onLeave}>{text.leave}</Button>
          <Button type="submit" kind="primary" isBusy={change.isRunning}>{text.submit}</Button>
        </div>
      </form>
    </Dialog>
  );
}
