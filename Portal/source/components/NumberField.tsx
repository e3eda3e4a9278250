import { Field, FieldProperties } from "./Field.tsx";

/** A whole number with its label. */
export function NumberField({ minimum, maximum, value, unit, onChange, ...field }: FieldProperties & {
  minimum: number;
  maximum: number;
  /** Null while what is typed is no number. */
  value: number | null;
  /** What is counted, after the number. */
  unit?: string;
  onChange: (value: number | null) => void;
}) {
  return (
    <Field {...field}>
      {(attributes) => (
        <div className="row">
          <input
            {...attributes}
            className="input input-number number"
            type="number"
            required
            min={minimum}
            max={maximum}
            step={1}
            value={value ?? ""}
            onChange={({ target }) => onChange(/^\d+$/.test(target.value) ? Number(target.value) : null)}
          />
          {unit && <span className="soft">{unit}</span>}
        </div>
      )}
    </Field>
  );
}
