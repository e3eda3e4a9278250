import { FormEvent, useState } from "react";
import type { UserResp } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { TextField } from "../../components/Field.tsx";
import { LeaveDialog } from "../../components/LeaveDialog.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useLeaveGuard } from "../../platform/useLeaveGuard.ts";
import { useResources } from "../../platform/useResource.ts";
import { useSession } from "../../session/session.ts";

/** Changes the user's full name, address and comment. */
export function AccountForm({ user }: { user: UserResp }) {
  const { profile, common } = useText();
  const cache = useResources();
  const { reload } = useSession();
  const { show } = useToasts();
  const before = { realname: user.realname ?? "", email: user.email ?? "", comment: user.comment ?? "" };
  const [account, setAccount] = useState(before);
  const change = useChange(async () => {
    await cache.change(`/users/${user.user_id}`, { method: "PUT", body: account }, "/users");
    await reload();
  });
  const isSame = JSON.stringify(account) === JSON.stringify(before);
  const guard = useLeaveGuard(!isSame, "tab");
  const field = (key: keyof typeof before) => ({
    value: account[key],
    onChange: (event: { target: { value: string } }) => setAccount({ ...account, [key]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await change.run()) show(common.saved);
  };
  return (
    <section className="card" aria-labelledby="profile-account">
      <h2 className="card-title" id="profile-account">{profile.account}</h2>
      <form className="form" onSubmit={submit}>
        <TextField label={profile.userName} hint={profile.userNameHint} value={user.username} readOnly />
        <TextField label={profile.fullName} autoComplete="name" required maxLength={255} {...field("realname")} />
        <TextField
          label={profile.email}
          type="email"
          autoComplete="email"
          required
          maxLength={255}
          {...field("email")}
        />
        <TextField label={profile.comment} isOptional maxLength={30} {...field("comment")} />
        <FailureNotice failure={change.failure} />
        <div className="form-actions">
          <Button type="submit" kind="primary" isBusy={change.isRunning} disabled={isSame}>{common.save}</Button>
          {!isSame && <Button onClick={() => setAccount(before)}>{profile.discard}</Button>}
        </div>
      </form>
      <LeaveDialog guard={guard} />
    </section>
  );
}
