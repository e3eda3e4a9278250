/** How full something is: well below its limit, near it, or at it. */
export type FillLevel = "normal" | "warning" | "danger";

/** Says how full something is: `warning` from 85 %, `danger` from 100 %; without a limit it is never full. */
export function fillLevel(used: number, limit: number): FillLevel {
  if (limit <= 0) return "normal";
  const share = used / limit;
  return share >= 1 ? "danger" : share >= 0.85 ? "warning" : "normal";
}
