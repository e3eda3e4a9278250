import { FormEvent, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { TextField } from "../../components/Field.tsx";
import { Link } from "../../components/Link.tsx";
import { FailureNotice, Notice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { navigate } from "../../platform/location.ts";
import { useSession } from "../../session/session.ts";
import { keepsPasswordRule } from "../../platform/password.ts";
import { Gate } from "./Gate.tsx";
import { useRegistration } from "./useRegistration.ts";

/** Makes an account for whoever fills it in, where the registry allows that. */
export default function RegistrationPage() {
  const { signIn: text } = useText();
  const { info } = useSession();
  return (
    <Gate title={text.registerTitle}>
      {info.self_registration ? <RegistrationForm /> : (
        <Notice>
          <p>{text.closed}</p>
          <p className="soft">{text.closedHint}</p>
        </Notice>
      )}
      <p className="soft">
        {text.haveAccount} <Link to="/sign-in">{text.submit}</Link>
      </p>
    </Gate>
  );
}

function RegistrationForm() {
  const { signIn: text, common } = useText();
  const { account, field, isTaken, checkTaken, change } = useRegistration();
  const [repeated, setRepeated] = useState("");
  const [isPasswordLeft, setPasswordLeft] = useState(false);
  const isWeak = !keepsPasswordRule(account.password);
  const differs = repeated !== "" && repeated !== account.password;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPasswordLeft(true);
    if (!isWeak && !differs && await change.run()) navigate("/sign-in?registered=yes", { replace: true });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={text.userName}
        error={isTaken.username ? text.nameTaken : null}
        autoComplete="username"
        autoCapitalize="none"
        autoFocus
        {...field("username")}
        onBlur={() => checkTaken("username")}
      />
      <TextField label={text.fullName} autoComplete="name" {...field("realname")} />
      <TextField
        label={text.email}
        error={isTaken.email ? text.emailTaken : null}
        type="email"
        autoComplete="email"
        {...field("email")}
        onBlur={() => checkTaken("email")}
      />
      <TextField
        label={text.password}
        hint={common.passwordRule}
        error={isPasswordLeft && isWeak && account.password !== "" ? common.passwordWeak : null}
        type="password"
        autoComplete="new-password"
        {...field("password")}
        onBlur={() => setPasswordLeft(true)}
      />
      <TextField
        label={text.repeatPassword}
        error={differs ? text.passwordsDiffer : null}
        type="password"
        autoComplete="new-password"
        required
        value={repeated}
        onChange={(event) => setRepeated(event.target.value)}
      />
      <FailureNotice failure={change.failure} />
      <Button type="submit" kind="primary" className="button-wide" isBusy={change.isRunning}>
        {text.registerSubmit}
      </Button>
    </form>
  );
}
