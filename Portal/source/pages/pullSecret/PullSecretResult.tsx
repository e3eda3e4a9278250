import { useEffect, useRef, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { CodeBlock, Command } from "../../components/Copy.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { saveFile } from "../../platform/saveFile.ts";
import { MadeSecret } from "./PullSecretForm.tsx";
import { applyCommand, createCommand, podLines, secretManifest, serviceAccountCommand } from "./pullSecret.ts";

const forms = ["manifest", "apply", "createSecret"] as const;

/** Shows a secret once, in the forms in which it is applied, and says how pods use it. */
export function PullSecretResult({ made: { secret, end }, onSaved, onDone }: {
  made: MadeSecret;
  onSaved: () => void;
  onDone: () => void;
}) {
  const [form, setForm] = useState<typeof forms[number]>("manifest");
  const start = useRef<HTMLDivElement>(null);
  const { pullSecret } = useText();
  const { date } = useFormat();
  useEffect(() => start.current?.focus(), []);
  const manifest = secretManifest(secret);
  const texts = { manifest, apply: applyCommand(manifest), createSecret: createCommand(secret) };
  const download = () => {
    saveFile(`${secret.name}.yaml`, "application/yaml", manifest);
    onSaved();
  };
  return (
    <div className="stack" ref={start} tabIndex={-1}>
      <Notice kind="warning">
        <p>{pullSecret.shownOnce}</p>
        <p className="soft">
          {end ? pullSecret.account(secret.userName, date(end)) : pullSecret.accountForEver(secret.userName)}
        </p>
      </Notice>
      <div className="row row-between">
        <div className="segments" role="group" aria-label={pullSecret.form}>
          {forms.map((name) => (
            <button
              key={name}
              type="button"
              className="segment"
              aria-pressed={name === form}
              onClick={() => setForm(name)}
            >
              {pullSecret[name]}
            </button>
          ))}
        </div>
        <Button icon="download" onClick={download}>{pullSecret.download}</Button>
      </div>
      <CodeBlock text={texts[form]} label={pullSecret[form]} onCopied={onSaved} />
      {form !== "manifest" && <p className="field-hint">{pullSecret.historyHint}</p>}
      <section className="stack stack-tight">
        <h3>{pullSecret.use}</h3>
        <p className="soft">{pullSecret.inPod}</p>
        <CodeBlock text={podLines(secret.name)} label={pullSecret.inPod} />
        <p className="soft">{pullSecret.forServiceAccount}</p>
        <Command text={serviceAccountCommand(secret.name, secret.namespace)} />
      </section>
      <div className="dialog-actions">
        <Button kind="primary" onClick={onDone}>{pullSecret.done}</Button>
      </div>
    </div>
  );
}
