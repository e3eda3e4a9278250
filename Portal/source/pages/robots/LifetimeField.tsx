import { useState } from "react";
import { SelectField, TextField } from "../../components/Field.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { endOf } from "./robotState.ts";

const presets = ["7", "30", "90", "365", "-1"] as const;
/** The most days that the registry takes. */
const most = 2_147_483_647;

/** For how many days a robot account works (-1: for ever); null while what is typed is no number. */
export function LifetimeField({ days, madeAt, onChange }: {
  days: number | null;
  /** When the account was made, from which the days count; null for a new one. */
  madeAt: Date | null;
  onChange: (days: number | null) => void;
}) {
  const { robots } = useText();
  const [isOther, setOther] = useState(!presets.some((preset) => preset === String(days)));
  const choose = (value: string) => {
    setOther(value === "other");
    if (value !== "other") onChange(Number(value));
  };
  const type = (text: string) => {
    const number = Number(text);
    onChange(Number.isInteger(number) && number >= 1 && number <= most ? number : null);
  };
  return (
    <div className="row lifetime">
      <SelectField
        label={robots.lifetime}
        value={isOther ? "other" : String(days)}
        hint={<EndHint days={days} madeAt={madeAt} />}
        onChange={(event) => choose(event.target.value)}
      >
        {presets.map((value) => <option key={value} value={value}>{robots.lifetimes[value]}</option>)}
        <option value="other">{robots.otherLifetime}</option>
      </SelectField>
      {isOther && (
        <TextField
          label={robots.days}
          type="number"
          min={1}
          max={most}
          required
          defaultValue={days !== null && days > 0 ? days : ""}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </div>
  );
}

/** Says when the account would end. */
function EndHint({ days, madeAt }: { days: number | null; madeAt: Date | null }) {
  const { robots } = useText();
  const { date } = useFormat();
  if (days === null) return null;
  const end = endOf(days, madeAt ?? new Date());
  if (!end) return <>{robots.neverHint}</>;
  // A date that no calendar has is not worth a sentence.
  if (Number.isNaN(end.getTime())) return null;
  if (end < new Date()) return <>{robots.endsInPast(date(end))}</>;
  return <>{madeAt ? robots.endsFromCreation(date(end)) : robots.endsOn(date(end))}</>;
}
