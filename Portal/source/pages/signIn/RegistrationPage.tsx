import { FormEvent, useState } from "react";
import { API } from "../../platform/connection.ts";
import { Button } from "../../components/Button.tsx";
import { TextField } from "../../components/Field.tsx";
import { Link } from "../../components/Link.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { navigate } from "../../platform/location.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { Gate } from "./Gate.tsx";

const nobody = { username: "", realname: "", email: "", password: "" };

/** Makes an account for whoever fills it in, where the registry allows that. */
export default function RegistrationPage() {
  const { signIn: text } = useText();
  const { connection } = useResources();
  const [account, setAccount] = useState(nobody);
  const [repeated, setRepeated] = useState("");
  const change = useChange(() => connection.sendOnce(`${API}/users`, { method: "POST", body: account }));
  const differs = repeated !== "" && repeated !== account.password;
  const field = (key: keyof typeof nobody) => ({
    required: true,
    value: account[key],
    onChange: (event: { target: { value: string } }) => setAccount({ ...account, [key]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!differs && await change.run()) navigate("/sign-in?registered=yes", { replace: true });
  };
  return (
    <Gate title={text.registerTitle}>
      <form className="stack" onSubmit={submit}>
        <TextField label={text.userName} autoComplete="username" autoFocus {...field("username")} />
        <TextField label={text.fullName} autoComplete="name" {...field("realname")} />
        <TextField label={text.email} type="email" autoComplete="email" {...field("email")} />
        <TextField
          label={text.password}
          hint={text.passwordRule}
          type="password"
          autoComplete="new-password"
          {...field("password")}
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
        <p className="soft">
          {text.haveAccount} <Link to="/sign-in">{text.submit}</Link>
        </p>
      </form>
    </Gate>
  );
}
