import { useState } from "react";
import { CheckField, SelectField, TextAreaField, TextField } from "../../../components/Field.tsx";
import { useText } from "../../../language/text.ts";
import { readBannerMessage } from "../../../shell/bannerMessage.ts";
import { Banner } from "../../../shell/Banners.tsx";
import { BannerDraft, bannerDraft, bannerKinds, bannerSetting } from "./banner.ts";
import { ItemFieldProperties } from "./ItemField.tsx";

/** The message to everybody: its text, kind and days, and how it looks. */
export function BannerField({ item, value, error, disabled, onChange }: ItemFieldProperties) {
  const { configuration: text } = useText();
  const setting = typeof value === "string" ? value : "";
  const [typed, setTyped] = useState(() => bannerDraft(setting));
  // A setting that came from elsewhere is shown instead of what was typed before.
  const draft = bannerSetting(typed) === setting ? typed : bannerDraft(setting);
  const change = (part: Partial<BannerDraft>) => {
    const next = { ...draft, ...part };
    setTyped(next);
    onChange(bannerSetting(next));
  };
  return (
    <fieldset className="stack stack-tight" disabled={disabled}>
      <TextAreaField
        {...text.items[item.key]}
        className="input-short"
        error={error}
        maxLength={4000}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      {draft.text.trim() && <BannerDetails draft={draft} onChange={change} />}
      {draft.text.trim() && <Preview setting={setting} />}
    </fieldset>
  );
}

function BannerDetails({ draft, onChange }: { draft: BannerDraft; onChange: (part: Partial<BannerDraft>) => void }) {
  const { configuration: text } = useText();
  return (
    <>
      <div className="banner-details">
        <SelectField
          label={text.bannerKind}
          value={draft.kind}
          onChange={(event) => onChange({ kind: bannerKinds.find((kind) => kind === event.target.value) })}
        >
          {bannerKinds.map((kind) => <option key={kind} value={kind}>{text.bannerKinds[kind]}</option>)}
        </SelectField>
        <TextField
          label={text.bannerFrom}
          type="date"
          isOptional
          max={draft.to || undefined}
          value={draft.from}
          onChange={(event) => onChange({ from: event.target.value })}
        />
        <TextField
          label={text.bannerTo}
          type="date"
          isOptional
          min={draft.from || undefined}
          value={draft.to}
          onChange={(event) => onChange({ to: event.target.value })}
        />
      </div>
      <CheckField
        label={text.bannerClosable}
        checked={draft.canBeClosed}
        onChange={(event) => onChange({ canBeClosed: event.target.checked })}
      />
    </>
  );
}

function Preview({ setting }: { setting: string }) {
  const { configuration: text } = useText();
  const message = readBannerMessage(setting);
  return (
    <figure className="banner-preview">
      <figcaption className="second-line">{text.preview}</figcaption>
      {message
        ? <Banner icon="info" kind={message.kind} text={message.text} />
        : <p className="second-line">{text.noPreview}</p>}
    </figure>
  );
}
