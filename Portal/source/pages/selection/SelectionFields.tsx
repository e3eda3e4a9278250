import { SelectField, TextField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { isPattern, Selection } from "./selection.ts";

/** Says which names a rule is about: matching a pattern, or all others. */
export function SelectionFields({ label, hint, placeholder, mayBeRegex = false, selection, error, onChange }: {
  label: string;
  hint: string;
  placeholder?: string;
  /** Whether the pattern may be a regular expression. */
  mayBeRegex?: boolean;
  selection: Selection;
  /** What the registry has against the pattern. */
  error?: string | null;
  onChange: (selection: Selection) => void;
}) {
  const { policy } = useText();
  const { kind, pattern } = selection;
  const wrong = pattern !== "" && !isPattern(selection) ? policy.badPattern : null;
  return (
    <div className="selection-fields" role="group" aria-label={label}>
      <WayField {...{ label, mayBeRegex, selection, onChange }} />
      <TextField
        label={policy.patternOf(label)}
        className="mono"
        required
        maxLength={255}
        spellCheck={false}
        value={pattern}
        placeholder={kind === "regex" ? "v\\d+(\\.\\d+)*" : placeholder}
        hint={kind === "regex" ? policy.regexHint : hint}
        error={wrong ?? error}
        onChange={(event) => onChange({ ...selection, pattern: event.target.value.trim() })}
      />
    </div>
  );
}

function WayField({ label, mayBeRegex, selection, onChange }: {
  label: string;
  mayBeRegex: boolean;
  selection: Selection;
  onChange: (selection: Selection) => void;
}) {
  const { policy } = useText();
  const choose = (way: string) =>
    onChange({
      ...selection,
      kind: way.startsWith("regex") ? "regex" : "doublestar",
      isExcluding: way.endsWith("-excluding"),
    });
  return (
    <SelectField
      label={label}
      aria-label={policy.which(label)}
      value={`${selection.kind}-${selection.isExcluding ? "excluding" : "matching"}`}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="doublestar-matching">{policy.matching}</option>
      <option value="doublestar-excluding">{policy.excluding}</option>
      {mayBeRegex && <option value="regex-matching">{policy.matchingRegex}</option>}
      {mayBeRegex && <option value="regex-excluding">{policy.excludingRegex}</option>}
    </SelectField>
  );
}
