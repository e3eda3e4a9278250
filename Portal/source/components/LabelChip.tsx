import { ReactNode } from "react";
import type { Label } from "../api/schema.ts";

/** A label as a chip: its colour as a dot beside its name, so that the name is readable whatever the colour. */
export function LabelChip({ label, children }: {
  label: Pick<Label, "name" | "color" | "description">;
  /** What can be done with the label, such as taking it off. */
  children?: ReactNode;
}) {
  return (
    <span className="label-chip" title={label.description || undefined}>
      <span className="label-chip-dot" style={{ backgroundColor: label.color || undefined }} />
      <span className="label-chip-name">{label.name}</span>
      {children}
    </span>
  );
}
