import { CheckField, SelectField, TextField } from "../../components/Field.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { DeliveryFields } from "./DeliveryFields.tsx";
import { firstTemplates } from "./firstTemplates.ts";
import { SecretField } from "./SecretField.tsx";
import { TemplateField } from "./TemplateField.tsx";
import { isAddress } from "./webhookChecks.ts";
import {
  formatsOf,
  isLost,
  takesAuthorization,
  takesSecret,
  TargetDraft,
  targetKinds,
  withKind,
} from "./webhookDraft.ts";

/** Says where a webhook sends to, what, and with which credentials. */
export function TargetFields({ target, failure, onChange }: {
  target: TargetDraft;
  /** What the registry has against the template. */
  failure: string | null;
  onChange: (target: TargetDraft) => void;
}) {
  const { webhooks } = useText();
  const set = (changes: Partial<TargetDraft>) => onChange({ ...target, ...changes });
  const { kind, address } = target;
  return (
    <div className="stack">
      <div className="webhook-target">
        <SelectField
          label={webhooks.kindField}
          value={kind}
          onChange={(event) =>
            onChange(withKind(target, targetKinds.find((each) => each === event.target.value) ?? "http"))}
        >
          {targetKinds.map((each) => <option key={each} value={each}>{webhooks.kinds[each]}</option>)}
        </SelectField>
        <TextField
          label={webhooks.addressField}
          className="mono"
          type="url"
          required
          maxLength={2048}
          spellCheck={false}
          value={address}
          hint={webhooks.addressHints[kind]}
          error={address.trim() !== "" && !isAddress(address) ? webhooks.addressError : null}
          onChange={(event) => set({ address: event.target.value })}
        />
      </div>
      <FormatField target={target} set={set} />
      {target.format === "Custom" && <TemplateField {...{ target, failure, set }} />}
      <SecretFields target={target} set={set} />
      <CheckField
        label={webhooks.skipCheck}
        hint={webhooks.skipCheckHint}
        checked={target.skipsCertificateCheck}
        onChange={(event) => set({ skipsCertificateCheck: event.target.checked })}
      />
      {target.skipsCertificateCheck && <Notice kind="warning">{webhooks.skipCheckWarning}</Notice>}
      <DeliveryFields target={target} set={set} />
    </div>
  );
}

type SetTarget = (changes: Partial<TargetDraft>) => void;

function FormatField({ target, set }: { target: TargetDraft; set: SetTarget }) {
  const { webhooks } = useText();
  const formats = formatsOf(target.kind);
  const choose = (word: string) => {
    const format = formats.find((each) => each === word) ?? "Default";
    const template = format === "Custom" && target.template === "" ? firstTemplates[target.kind] : target.template;
    set({ format, template });
  };
  return (
    <SelectField
      label={webhooks.formatField}
      value={target.format}
      onChange={(event) => choose(event.target.value)}
    >
      {formats.map((each) => <option key={each} value={each}>{webhooks.formats[each]}</option>)}
    </SelectField>
  );
}

function SecretFields({ target, set }: { target: TargetDraft; set: SetTarget }) {
  const { webhooks } = useText();
  const { kind, authorization, secret } = target;
  return (
    <div className="webhook-secrets">
      {takesAuthorization(kind) && (
        <SecretField
          label={webhooks.authorizationField}
          hint={webhooks.authorizationHint}
          secret={authorization}
          isLost={isLost(authorization, target)}
          onChange={(changed) => set({ authorization: changed })}
        />
      )}
      {takesSecret(kind) && (
        <SecretField
          label={webhooks.secretField}
          hint={webhooks.secretHints[kind]}
          secret={secret}
          isLost={isLost(secret, target)}
          onChange={(changed) => set({ secret: changed })}
        />
      )}
    </div>
  );
}
