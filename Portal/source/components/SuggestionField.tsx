import { KeyboardEvent, ReactNode, useId, useState } from "react";
import { useText } from "../language/text.ts";
import { Field } from "./Field.tsx";

/** A line of text with suggestions below it: arrows move through them, Enter takes one, Escape closes them. */
export function SuggestionField({ label, hint, error, value, suggestions, autoFocus, onChange }: {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  value: string;
  /** What fits what is typed, the best first. */
  suggestions: string[];
  autoFocus?: boolean;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const { common } = useText();
  const [isOpen, setOpen] = useState(false);
  const [current, setCurrent] = useState(-1);
  const shown = isOpen ? suggestions.filter((suggestion) => suggestion !== value) : [];
  const take = (suggestion: string) => {
    onChange(suggestion);
    setOpen(false);
    setCurrent(-1);
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = shown[current];
    if (step && shown.length > 0) setCurrent((current + step + shown.length) % shown.length);
    else if (event.key === "Enter" && chosen !== undefined) take(chosen);
    else if (event.key === "Escape" && shown.length > 0) setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <div onBlur={() => setOpen(false)}>
          <input
            {...attributes}
            className="input"
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={shown[current] === undefined ? undefined : `${id}-${current}`}
            autoComplete="off"
            autoFocus={autoFocus}
            required
            value={value}
            onKeyDown={move}
            onChange={(event) => {
              onChange(event.target.value);
              setOpen(true);
              setCurrent(-1);
            }}
          />
          <ul className="suggestions" role="listbox" id={`${id}-list`} aria-label={label} hidden={shown.length === 0}>
            {shown.map((suggestion, index) => (
              <li
                key={suggestion}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === current}
                className="suggestion"
                // Pressing must not take the focus from the field, which would close the list.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(suggestion)}
              >
                {suggestion}
              </li>
            ))}
          </ul>
          <span className="visually-hidden" role="status">
            {shown.length > 0 ? common.suggestions(shown.length) : ""}
          </span>
        </div>
      )}
    </Field>
  );
}
