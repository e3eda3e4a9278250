/** A choice of few, all of them visible: the chosen one is pressed. */
export function Segments<Value extends string>({ label, value, choices, onChange }: {
  /** What is chosen. */
  label: string;
  value: Value;
  choices: Array<{ value: Value; label: string }>;
  onChange: (value: Value) => void;
}) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className="segment"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
