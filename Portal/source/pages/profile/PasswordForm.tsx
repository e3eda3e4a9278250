import { FormEvent, useState } from "react";
import type { UserResp } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { TextField } from "../../components/Field.tsx";
import { LeaveDialog } from "../../components/LeaveDialog.tsx";
import { FailureNotice, Notice } from "../../components/Notice.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { API } from "../../platform/connection.ts";
import { keepsPasswordRule } from "../../platform/password.ts";
import { Change, useChange } from "../../platform/useChange.ts";
import { useLeaveGuard } from "../../platform/useLeaveGuard.ts";
import { useResources } from "../../platform/useResource.ts";
import { useSession } from "../../session/session.ts";

/** Changes the user's password. The registry ends all sessions by that, so the new password signs in again at once. */
export function PasswordForm({ user }: { user: UserResp }) {
  const { profile, common } = useText();
  const { show } = useToasts();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [repeated, setRepeated] = useState("");
  const change = usePasswordChange(user, current, next);
  const isWeak = next !== "" && !keepsPasswordRule(next);
  const differs = repeated !== "" && repeated !== next;
  // The current one may come from the browser, without anybody having typed.
  const guard = useLeaveGuard(next + repeated !== "", "tab");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isWeak || differs || !await change.run()) return;
    for (const set of [setCurrent, setNext, setRepeated]) set("");
    show(profile.passwordChanged);
  };
  return (
    <section className="card" aria-labelledby="profile-password">
      <h2 className="card-title" id="profile-password">{profile.password}</h2>
      <form className="form" onSubmit={submit}>
        <input type="hidden" autoComplete="username" value={user.username} readOnly />
        <PasswordInput label={profile.currentPassword} kind="current-password" value={current} onChange={setCurrent} />
        <PasswordInput
          label={profile.newPassword}
          hint={common.passwordRule}
          error={isWeak ? common.passwordWeak : null}
          kind="new-password"
          value={next}
          onChange={setNext}
        />
        <PasswordInput
          label={profile.repeatPassword}
          error={differs ? profile.passwordsDiffer : null}
          kind="new-password"
          value={repeated}
          onChange={setRepeated}
        />
        <PasswordFailure change={change} />
        <p className="field-hint">{profile.passwordHint}</p>
        <div className="form-actions">
          <Button type="submit" kind="primary" isBusy={change.isRunning}>{profile.changePassword}</Button>
        </div>
      </form>
      <LeaveDialog guard={guard} />
    </section>
  );
}

function usePasswordChange(user: UserResp, current: string, next: string): Change<[]> {
  const { connection } = useResources();
  const { signIn } = useSession();
  return useChange(async () => {
    const body = { old_password: current, new_password: next };
    await connection.send(`${API}/users/${user.user_id}/password`, { method: "PUT", body });
    await signIn(user.username, next);
  });
}

function PasswordInput({ label, hint, error = null, kind, value, onChange }: {
  label: string;
  hint?: string;
  error?: string | null;
  kind: "current-password" | "new-password";
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <TextField
      {...{ label, hint, error, value }}
      type="password"
      autoComplete={kind}
      required
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function PasswordFailure({ change: { failure } }: { change: Change<[]> }) {
  const { profile } = useText();
  if (failure?.status === 403) return <Notice kind="danger">{profile.wrongPassword}</Notice>;
  return <FailureNotice failure={failure} />;
}
