import type { OverallHealthStatus, SystemInfo } from "../../../api/schema.ts";
import { fillLevel } from "../../../components/fillLevel.ts";

/** Something that an administrator has to look at. */
export type Problem =
  | { kind: "component"; name: string; message: string }
  | { kind: "volume"; isFull: boolean; free: number }
  | { kind: "clock"; difference: number }
  | { kind: "readOnly" };

/** What is known of the registry; null for what isn't known as yet. */
export interface Findings {
  health: OverallHealthStatus | null;
  system: SystemInfo | null;
  /** Milliseconds by which the server's clock is ahead of the browser's. */
  clockDifference: number | null;
  isReadOnly: boolean;
}

/** Milliseconds by which clocks may differ. */
const tolerance = 30_000;
/** Bytes below which a volume counts as full. */
const least = 64 * 1024 ** 2;

/** Finds what is wrong, the worst first. */
export function findProblems({ health, system, clockDifference, isReadOnly }: Findings): Problem[] {
  const components = (health?.components ?? [])
    .filter((component) => component.status !== "healthy")
    .map((component): Problem => ({ kind: "component", name: component.name, message: component.error ?? "" }));
  const volumes = (system?.storage ?? [])
    .filter(({ total, free }) => total > 0 && (free < least || fillLevel(total - free, total) !== "normal"))
    .map(({ free }): Problem => ({ kind: "volume", isFull: free < least, free }));
  const isClockWrong = clockDifference !== null && Math.abs(clockDifference) > tolerance;
  return [
    ...components,
    ...volumes,
    ...(isClockWrong ? [{ kind: "clock" as const, difference: clockDifference }] : []),
    ...(isReadOnly ? [{ kind: "readOnly" as const }] : []),
  ];
}
