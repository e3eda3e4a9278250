import { useText } from "../language/text.ts";
import { Field } from "./Field.tsx";

/** Colours that are far enough apart to be told from each other. */
const palette = [
  "#0065AB",
  "#0B6E78",
  "#1A6E3C",
  "#B7791F",
  "#C2410C",
  "#B42318",
  "#9D174D",
  "#6D28D9",
  "#343DAC",
  "#7F8A92",
];

/** Chooses a colour: one of a few, or any. */
export function ColorField({ label, value, onChange }: {
  label: string;
  /** In the form `#0065AB`. */
  value: string;
  onChange: (color: string) => void;
}) {
  const { labels } = useText();
  return (
    <Field label={label}>
      {(attributes) => (
        <div className="row">
          <input
            {...attributes}
            type="color"
            className="color-input"
            value={value}
            onChange={(event) => onChange(event.target.value.toUpperCase())}
          />
          <div className="row color-palette" role="group" aria-label={labels.palette}>
            {palette.map((color) => (
              <button
                key={color}
                type="button"
                className="color-swatch"
                style={{ background: color }}
                aria-label={labels.useColor(color)}
                aria-pressed={color === value}
                onClick={() => onChange(color)}
              />
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}

/** The colour that a label gets without a choice. */
export const defaultColor = "#0065AB";
