import { ReactNode } from "react";

/** A filter of few values in a list's bar; the children are `option` elements. */
export function ToolbarSelect({ label, value, onChange, children }: {
  /** What is filtered by, for assistive technology: the first option says it to the others. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <select
      className="input toolbar-control"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {children}
    </select>
  );
}
