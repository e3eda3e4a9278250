import { Button } from "../../components/Button.tsx";
import { useRegistryHost } from "../../components/ClientCommands.tsx";
import { Command, CopyButton, useCopy } from "../../components/Copy.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { saveFile } from "../../platform/saveFile.ts";
import { useKeeping } from "../../platform/useKeeping.ts";

/** A robot account's name with its secret, which lives as long as the dialog that shows it. */
export interface Credentials {
  name: string;
  secret: string;
}

/** Shows a secret once; closing it, or leaving the page, before it was copied or downloaded has to be said twice. */
export function SecretDialog({ credentials: { name, secret }, onClose }: {
  credentials: Credentials;
  onClose: () => void;
}) {
  const { robots } = useText();
  const host = useRegistryHost();
  const { keep, isWarned: isUnkept, close } = useKeeping(onClose);
  const copy = useCopy(keep);
  const download = () => {
    saveFile(fileName(name), "application/json", `${JSON.stringify({ name, secret }, null, 2)}\n`);
    keep();
  };
  return (
    <Dialog title={robots.secretTitle(name)} onClose={close}>
      <Notice kind="warning">{robots.secretOnce}</Notice>
      <dl className="facts">
        <dt>{robots.userName}</dt>
        <dd className="row">
          <code className="wrap-anywhere">{name}</code>
          <CopyButton text={name} label={robots.copyName} />
        </dd>
        <dt>{robots.secret}</dt>
        <dd>
          <code className="wrap-anywhere">{secret}</code>
        </dd>
      </dl>
      <div className="row">
        <Button autoFocus kind="primary" icon="copy" onClick={() => copy(secret)}>
          {robots.copySecret}
        </Button>
        <Button icon="download" onClick={download}>
          {robots.download}
        </Button>
      </div>
      <div className="stack stack-tight">
        <h3>{robots.signInCommand}</h3>
        <Command text={`docker login ${host} -u '${name}'`} />
        <p className="soft">{robots.signInHint}</p>
      </div>
      {isUnkept && <Notice kind="danger">{robots.notKept}</Notice>}
      <div className="dialog-actions">
        <Button onClick={close}>{isUnkept ? robots.closeUnkept : robots.done}</Button>
      </div>
    </Dialog>
  );
}

/** `robot$team+ci` as `robot-team-ci.json`: file systems don't take every character. */
function fileName(name: string): string {
  return `${name.replaceAll(/[^A-Za-z0-9._-]/g, "-")}.json`;
}
