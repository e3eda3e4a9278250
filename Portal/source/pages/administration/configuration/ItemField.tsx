import { CheckField, RadioField, TextField } from "../../../components/Field.tsx";
import { SizeField } from "../../../components/SizeField.tsx";
import { useText } from "../../../language/text.ts";
import { AuditEventsField } from "./AuditEventsField.tsx";
import { BannerField } from "./BannerField.tsx";
import { ItemValue } from "./changes.ts";
import { DurationField } from "./DurationField.tsx";
import { Item, ItemKind } from "./sections.ts";

/** What every kind of field gets. */
export interface ItemFieldProperties<Kind extends ItemKind = ItemKind> {
  item: Item & Kind;
  value: ItemValue;
  error: string | null;
  disabled: boolean;
  onChange: (value: ItemValue) => void;
}

/** Shows an item in the way of its kind. */
export function ItemField({ item, ...rest }: ItemFieldProperties) {
  switch (item.kind) {
    case "flag":
    case "invertedFlag":
      return <FlagField item={item} {...rest} />;
    case "duration":
      return <DurationField item={item} {...rest} />;
    case "text":
      return <NameField item={item} {...rest} />;
    case "size":
      return <LimitField item={item} {...rest} />;
    case "creators":
      return <CreatorsField item={item} {...rest} />;
    case "banner":
      return <BannerField item={item} {...rest} />;
    case "auditEvents":
      return <AuditEventsField item={item} {...rest} />;
  }
}

function FlagField({ item, value, error, disabled, onChange }: ItemFieldProperties) {
  const { configuration: text } = useText();
  const isInverted = item.kind === "invertedFlag";
  return (
    <>
      <CheckField
        {...text.items[item.key]}
        checked={value === !isInverted}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked !== isInverted)}
      />
      {error && <p className="field-error" role="alert">{error}</p>}
    </>
  );
}

function NameField({ item, value, error, disabled, onChange }: ItemFieldProperties<ItemKind & { kind: "text" }>) {
  const { configuration: text } = useText();
  return (
    <TextField
      {...text.items[item.key]}
      className="mono"
      error={error}
      disabled={disabled}
      required={item.isRequired}
      maxLength={item.maximumLength}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function LimitField({ item, value, error, disabled, onChange }: ItemFieldProperties) {
  const { configuration: text } = useText();
  const bytes = typeof value === "number" ? value : null;
  return <SizeField {...text.items[item.key]} value={bytes} {...{ error, disabled, onChange }} />;
}

const creators = ["everyone", "adminonly"] as const;

function CreatorsField({ item, value, error, disabled, onChange }: ItemFieldProperties) {
  const { configuration: text } = useText();
  return (
    <fieldset className="stack stack-tight" disabled={disabled}>
      <legend className="field-label">{text.items[item.key].label}</legend>
      {creators.map((choice) => (
        <RadioField
          key={choice}
          name={item.key}
          label={text.creators[choice]}
          checked={value === choice}
          onChange={() => onChange(choice)}
        />
      ))}
      {error && <p className="field-error" role="alert">{error}</p>}
    </fieldset>
  );
}
