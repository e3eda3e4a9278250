import { FormEvent, useEffect, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { TextField } from "../../components/Field.tsx";
import { Link } from "../../components/Link.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { navigate, useParameter } from "../../platform/location.ts";
import { useChange } from "../../platform/useChange.ts";
import { SignInFailure } from "../../session/SignInFailure.tsx";
import { useSession } from "../../session/session.ts";
import { Gate } from "./Gate.tsx";
import { safeAddress } from "./safeAddress.ts";

/** Asks who you are, and goes on to the page that was asked for. */
export default function SignInPage() {
  const { signIn: text } = useText();
  const session = useSession();
  const [back] = useParameter("back", "/");
  const [isRegistered] = useParameter("registered");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const change = useChange(() => session.signIn(name, password));
  const isSignedIn = session.user !== null;
  useEffect(() => {
    if (isSignedIn) navigate(safeAddress(back, location.origin), { replace: true });
  }, [isSignedIn, back]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void change.run();
  };
  return (
    <Gate title={text.title}>
      <form className="stack" onSubmit={submit}>
        {isRegistered && <Notice kind="success">{text.registered}</Notice>}
        <TextField
          label={text.userName}
          autoComplete="username"
          autoFocus
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={text.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <SignInFailure failure={change.failure} />
        <Button type="submit" kind="primary" className="button-wide" isBusy={change.isRunning}>
          {change.isRunning ? text.submitting : text.submit}
        </Button>
        {session.info.self_registration && (
          <p className="soft">
            {text.noAccount} <Link to="/register">{text.register}</Link>
          </p>
        )}
        <p>
          <Link to="/projects">{text.browsePublic}</Link>
        </p>
      </form>
    </Gate>
  );
}
