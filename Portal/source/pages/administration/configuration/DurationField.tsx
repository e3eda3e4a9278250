import { CheckField, Field } from "../../../components/Field.tsx";
import { useText } from "../../../language/text.ts";
import { ItemFieldProperties } from "./ItemField.tsx";
import { ItemKind } from "./sections.ts";

/** Stands for no end where a number of days is kept. */
const endless = -1;

/** A whole number of minutes, hours or days, or no end. */
export function DurationField(
  { item, value, error, disabled, onChange }: ItemFieldProperties<ItemKind & { kind: "duration" }>,
) {
  const { configuration: text } = useText();
  const isEndless = value === endless;
  const type = (typed: string) => onChange(/^\d+$/.test(typed) ? Number(typed) : null);
  return (
    <div className="stack stack-tight">
      <Field {...text.items[item.key]} error={error}>
        {(attributes) => (
          <div className="row">
            <input
              {...attributes}
              className="input input-number number"
              type="number"
              required={!isEndless}
              min={item.minimum}
              max={item.maximum}
              step={1}
              disabled={disabled || isEndless}
              value={isEndless || value === null ? "" : String(value)}
              onChange={(event) => type(event.target.value)}
            />
            <span className="soft">{text.units[item.unit]}</span>
          </div>
        )}
      </Field>
      {item.canBeEndless && (
        <CheckField
          label={text.noEnd}
          checked={isEndless}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked ? endless : null)}
        />
      )}
    </div>
  );
}
