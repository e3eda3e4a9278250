import { useState } from "react";
import type { UserResp } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { useRegistryHost } from "../../components/ClientCommands.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Command, CopyButton } from "../../components/Copy.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FailureNotice, Notice } from "../../components/Notice.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { makePassword } from "../../platform/password.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";

/** The secret with which the user's container tools sign in: made and shown once, or removed. */
export function SecretCard({ user }: { user: UserResp }) {
  const { profile } = useText();
  const cache = useResources();
  const [secret, setSecret] = useState<string | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const make = useChange(async () => {
    const made = makePassword();
    await cache.change(`/users/${user.user_id}/cli_secret`, { method: "PUT", body: { secret: made } });
    setSecret(made);
  });
  return (
    <section className="card stack" aria-labelledby="profile-secret">
      <div>
        <h2 id="profile-secret">{profile.secret}</h2>
        <p className="soft">{profile.secretHint}</p>
      </div>
      <FailureNotice failure={make.failure} />
      <div className="row">
        <Button kind="primary" icon="key-round" isBusy={make.isRunning} onClick={() => void make.run()}>
          {profile.makeSecret}
        </Button>
        <Button onClick={() => setRemoving(true)}>{profile.removeSecret}</Button>
      </div>
      <p className="field-hint">{profile.secretReplaces}</p>
      {secret && <SecretDialog user={user} secret={secret} onClose={() => setSecret(null)} />}
      {isRemoving && <RemoveDialog user={user} onClose={() => setRemoving(false)} />}
    </section>
  );
}

function SecretDialog({ user, secret, onClose }: { user: UserResp; secret: string; onClose: () => void }) {
  const { profile } = useText();
  const host = useRegistryHost();
  return (
    <Dialog title={profile.secretMade} onClose={onClose}>
      <Notice kind="warning">{profile.secretOnce}</Notice>
      <div className="command">
        <code className="command-text" tabIndex={0}>{secret}</code>
        <CopyButton text={secret} label={profile.copySecret} />
      </div>
      <div className="stack stack-tight">
        <h3>{profile.signInWithIt}</h3>
        <Command text={`docker login ${host} -u '${user.username}'`} label={profile.copyLogin} />
        <p className="field-hint">{profile.signInWithItHint}</p>
      </div>
      <div className="dialog-actions">
        <Button onClick={onClose}>{profile.secretKept}</Button>
      </div>
    </Dialog>
  );
}

function RemoveDialog({ user, onClose }: { user: UserResp; onClose: () => void }) {
  const { profile } = useText();
  const cache = useResources();
  const { show } = useToasts();
  const change = useChange(async () => {
    await cache.change(`/users/${user.user_id}/cli_secret`, { method: "DELETE" });
    show(profile.secretRemoved);
  });
  return (
    <ConfirmDialog title={profile.removeSecret} submit={profile.removeSecret} change={change} onClose={onClose}>
      <p>{profile.removeSecretHint}</p>
    </ConfirmDialog>
  );
}
