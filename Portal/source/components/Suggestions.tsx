import { KeyboardEvent, useId, useState } from "react";
import { useText } from "../language/text.ts";
import { Field } from "./Field.tsx";

/** Something that can be chosen. */
export interface Suggestion {
  key: string | number;
  label: string;
}

/** A line of text with what was found for it: arrows move, Enter chooses, Escape closes. */
export function SuggestionField({ label, hint, value, suggestions, nothing, onType, onChoose }: {
  label: string;
  hint?: string;
  value: string;
  suggestions: Suggestion[];
  /** Said when nothing was found; null while nothing was looked for. */
  nothing: string | null;
  onType: (value: string) => void;
  onChoose: (suggestion: Suggestion) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { common } = useText();
  const list = useId();
  const shown = isOpen ? suggestions : [];
  const current = shown[Math.min(active, shown.length - 1)];
  const choose = (suggestion: Suggestion) => {
    setOpen(false);
    onChoose(suggestion);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length > 0) setActive((active + step + shown.length) % shown.length);
    else if (step) setOpen(true);
    else if (event.key === "Enter" && current) choose(current);
    else if (event.key === "Escape" && shown.length > 0) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="suggestions" onKeyDown={press} onBlur={() => setOpen(false)}>
      <Field label={label} hint={hint}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            autoFocus
            aria-autocomplete="list"
            aria-expanded={shown.length > 0}
            aria-controls={list}
            aria-activedescendant={current && `${list}-${current.key}`}
            value={value}
            onChange={(event) => {
              setOpen(true);
              setActive(0);
              onType(event.target.value);
            }}
          />
        )}
      </Field>
      <ul id={list} role="listbox" aria-label={label} className="suggestion-list" hidden={shown.length === 0}>
        {shown.map((suggestion) => (
          <li
            key={suggestion.key}
            id={`${list}-${suggestion.key}`}
            role="option"
            aria-selected={suggestion === current}
            className="menu-item"
            // The field would lose the focus before the choice.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
          >
            {suggestion.label}
          </li>
        ))}
      </ul>
      <p className="field-hint" role="status">
        {isOpen && shown.length === 0 && nothing}
        {shown.length > 0 && <span className="visually-hidden">{common.found(shown.length)}</span>}
      </p>
    </div>
  );
}
