import { useId } from "react";
import { Button } from "../../components/Button.tsx";
import { TextField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { SecretDraft } from "./webhookDraft.ts";

/** Something that is written and never shown again: what is kept can be replaced. */
export function SecretField({ label, hint, secret, isLost, onChange }: {
  label: string;
  hint: string;
  secret: SecretDraft;
  /** Whether what is kept isn't sent to the new address. */
  isLost: boolean;
  onChange: (secret: SecretDraft) => void;
}) {
  const { webhooks } = useText();
  const { keptFor, isKept, value } = secret;
  if (isKept) {
    return <KeptSecret label={label} isLost={isLost} replace={() => onChange({ keptFor, isKept: false, value })} />;
  }
  return (
    <TextField
      label={label}
      className="mono"
      type="password"
      autoComplete="new-password"
      maxLength={4096}
      value={value}
      hint={keptFor === null ? hint : (
        <>
          {webhooks.emptyRemoves}{" "}
          <Button
            kind="link"
            aria-label={webhooks.actOnSecret(webhooks.keepSecret, label)}
            onClick={() => onChange({ keptFor, isKept: true, value: "" })}
          >
            {webhooks.keepSecret}
          </Button>
        </>
      )}
      onChange={(event) => onChange({ keptFor, isKept, value: event.target.value })}
    />
  );
}

function KeptSecret({ label, isLost, replace }: { label: string; isLost: boolean; replace: () => void }) {
  const { webhooks } = useText();
  const id = useId();
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span className="field-label" id={id}>{label}</span>
      <span className="row">
        <span className="soft">{webhooks.isSet}</span>
        <Button kind="link" aria-label={webhooks.actOnSecret(webhooks.replace, label)} onClick={replace}>
          {webhooks.replace}
        </Button>
      </span>
      {isLost && <span className="field-error" role="alert">{webhooks.secretLost}</span>}
    </div>
  );
}
