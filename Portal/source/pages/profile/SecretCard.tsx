import { useState } from "react";
import type { UserResp } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { useRegistryHost } from "../../components/ClientCommands.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { Command, CopyButton } from "../../components/Copy.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { makePassword } from "../../platform/password.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { useKeeping } from "../../platform/useKeeping.ts";

/** The secret with which the user's container tools sign in: made after a question and shown once, or removed. */
export function SecretCard({ user }: { user: UserResp }) {
  const { profile } = useText();
  const [secret, setSecret] = useState<string | null>(null);
  const [asked, setAsked] = useState<"making" | "removal" | null>(null);
  const close = () => setAsked(null);
  return (
    <section className="card stack" aria-labelledby="profile-secret">
      <div>
        <h2 id="profile-secret">{profile.secret}</h2>
        <p className="soft">{profile.secretHint}</p>
      </div>
      <div className="row">
        <Button kind="primary" icon="key-round" onClick={() => setAsked("making")}>{profile.makeSecret}</Button>
        <Button onClick={() => setAsked("removal")}>{profile.removeSecret}</Button>
      </div>
      <p className="field-hint">{profile.secretReplaces}</p>
      {secret && <SecretDialog user={user} secret={secret} onClose={() => setSecret(null)} />}
      {asked === "making" && <MakeDialog user={user} onMade={setSecret} onClose={close} />}
      {asked === "removal" && <RemoveDialog user={user} onClose={close} />}
    </section>
  );
}

/** The registry doesn't tell whether there is a secret already, so the question is always asked. */
function MakeDialog({ user, onMade, onClose }: {
  user: UserResp;
  onMade: (secret: string) => void;
  onClose: () => void;
}) {
  const { profile } = useText();
  const cache = useResources();
  const change = useChange(async () => {
    const made = makePassword();
    await cache.change(`/users/${user.user_id}/cli_secret`, { method: "PUT", body: { secret: made } });
    onMade(made);
  });
  return (
    <ConfirmDialog title={profile.makeSecretTitle} submit={profile.makeSecret} change={change} onClose={onClose}>
      <p>{profile.makeSecretHint}</p>
    </ConfirmDialog>
  );
}

function SecretDialog({ user, secret, onClose }: { user: UserResp; secret: string; onClose: () => void }) {
  const { profile } = useText();
  const host = useRegistryHost();
  const keeping = useKeeping(onClose);
  return (
    <Dialog title={profile.secretMade} onClose={keeping.close}>
      <Notice kind="warning">{profile.secretOnce}</Notice>
      <div className="command">
        <code className="command-text" tabIndex={0}>{secret}</code>
        <CopyButton text={secret} label={profile.copySecret} onCopied={keeping.keep} />
      </div>
      <div className="stack stack-tight">
        <h3>{profile.signInWithIt}</h3>
        <Command text={`docker login ${host} -u '${user.username}'`} label={profile.copyLogin} />
        <p className="field-hint">{profile.signInWithItHint}</p>
      </div>
      {keeping.isWarned && <Notice kind="danger">{profile.secretNotKept}</Notice>}
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
