import { SelectField, TextField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { isPattern, Selection } from "./rules.ts";

/** Says which tags or repositories a rule is about: matching a pattern, or all others. */
export function SelectionFields({ label, hint, placeholder, selection, onChange }: {
  label: string;
  hint: string;
  placeholder?: string;
  selection: Selection;
  onChange: (selection: Selection) => void;
}) {
  const { policy } = useText();
  const { pattern, isExcluding } = selection;
  return (
    <div className="selection-fields" role="group" aria-label={label}>
      <SelectField
        label={label}
        aria-label={policy.which(label)}
        value={isExcluding ? "excluding" : "matching"}
        onChange={(event) => onChange({ pattern, isExcluding: event.target.value === "excluding" })}
      >
        <option value="matching">{policy.matching}</option>
        <option value="excluding">{policy.excluding}</option>
      </SelectField>
      <TextField
        label={policy.patternOf(label)}
        className="mono"
        required
        maxLength={255}
        spellCheck={false}
        value={pattern}
        placeholder={placeholder}
        hint={hint}
        error={pattern !== "" && !isPattern(pattern) ? policy.badPattern : null}
        onChange={(event) => onChange({ pattern: event.target.value.trim(), isExcluding })}
      />
    </div>
  );
}
