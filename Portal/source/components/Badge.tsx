import { ReactNode } from "react";

/** What a badge's colour says. */
export type BadgeKind = "normal" | "accent" | "success" | "warning" | "danger";

/** A word or a number that says what something is. */
export function Badge({ kind = "normal", children }: { kind?: BadgeKind; children: ReactNode }) {
  return <span className={kind === "normal" ? "badge" : `badge badge-${kind}`}>{children}</span>;
}
