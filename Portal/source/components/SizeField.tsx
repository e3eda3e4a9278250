import { ReactNode, useState } from "react";
import { bytesOf, enteredSize, SizeUnit, sizeUnits, unlimited } from "../platform/size.ts";
import { useText } from "../language/text.ts";
import { CheckField, Field } from "./Field.tsx";

/** A storage size as a number with its unit, or no limit. */
export function SizeField({ label, hint, error, value, disabled, onChange }: {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value beside that it is no size. */
  error?: string | null;
  /** Bytes, or -1 for no limit; null while what is typed is no size. */
  value: number | null;
  disabled?: boolean;
  onChange: (value: number | null) => void;
}) {
  const { common } = useText();
  const [typed, setTyped] = useState(() => value === null || value === unlimited ? nothing : enteredSize(value));
  const isUnlimited = value === unlimited;
  // A value that came from elsewhere, such as the server's, is shown instead of what was typed before.
  const shown = isUnlimited || bytesOf(typed) === value || value === null ? typed : enteredSize(value);
  const type = (next: typeof typed) => {
    setTyped(next);
    onChange(bytesOf(next));
  };
  const isWrong = value === null && typed.amount !== "";
  return (
    <div className="stack stack-tight">
      <Field label={label} hint={hint} error={isWrong ? common.noSize : error}>
        {(attributes) => (
          <div className="size-field">
            <input
              {...attributes}
              className="input number"
              inputMode="decimal"
              autoComplete="off"
              required={!isUnlimited}
              disabled={disabled || isUnlimited}
              value={isUnlimited ? "" : shown.amount}
              placeholder={isUnlimited ? common.unlimited : undefined}
              onChange={(event) => type({ ...shown, amount: event.target.value })}
            />
            <select
              className="input"
              aria-label={common.unit}
              disabled={disabled || isUnlimited}
              value={shown.unit}
              // The options are the units.
              onChange={(event) => type({ ...shown, unit: event.target.value as SizeUnit })}
            >
              {sizeUnits.map((unit) => <option key={unit}>{unit}</option>)}
            </select>
          </div>
        )}
      </Field>
      <CheckField
        label={common.unlimited}
        checked={isUnlimited}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked ? unlimited : bytesOf(typed))}
      />
    </div>
  );
}

const nothing = { amount: "", unit: "GiB" as SizeUnit };
