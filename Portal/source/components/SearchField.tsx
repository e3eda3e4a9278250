import { useEffect, useState } from "react";
import { useText } from "../language/text.ts";
import { Icon } from "./Icon.tsx";

/** Milliseconds without typing after which a filter takes effect. */
const pause = 250;

/** A filter of a list: what is typed takes effect after a short pause, and comes from the address. */
export function SearchField({ label, value, onChange }: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const { common } = useText();
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), pause);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <div className="search-field">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label={label}
        placeholder={label || common.filter}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
