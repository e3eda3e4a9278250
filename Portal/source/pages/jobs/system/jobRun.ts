import type { JobHistory, JobStatus } from "../../../api/schema.ts";
import type { BadgeKind } from "../../../components/Badge.tsx";

/** What a run was asked to do and what came of it, which the API gives as JSON in a string. */
export interface RunRecord {
  isDryRun: boolean;
  /** Everything as the API has it. */
  values: Record<string, unknown>;
  /** A number by its name; 0 if there is none. */
  count: (name: string) => number;
  /** Whether it says anything of a name yet. */
  has: (name: string) => boolean;
}

/** Reads what a run says; what can't be read says nothing. */
export function runRecord(run: Pick<JobHistory, "job_parameters">): RunRecord {
  const values = parsed(run.job_parameters);
  const number = (name: string) => typeof values[name] === "number" ? values[name] : null;
  return {
    isDryRun: values.dry_run === true,
    values,
    count: (name) => number(name) ?? 0,
    has: (name) => number(name) !== null,
  };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Whether a run has not ended yet. */
export function isUnderWay(run: Pick<JobHistory, "job_status">): boolean {
  return run.job_status === "Pending" || run.job_status === "Running";
}

/** Seconds that a run has taken, or takes so far; null before it has begun. */
export function secondsOf(run: Pick<JobHistory, "start_time" | "end_time" | "job_status">, now: Date): number | null {
  if (!run.start_time || (!run.end_time && !isUnderWay(run))) return null;
  const end = run.end_time ? Date.parse(run.end_time) : now.getTime();
  return Math.max(0, (end - Date.parse(run.start_time)) / 1000);
}

/** Hours, minutes and seconds, such as `1:02:03` or `0:07`. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** The colour of a status. */
export const statusColours: Record<JobStatus, BadgeKind> = {
  Pending: "normal",
  Running: "accent",
  Success: "success",
  Error: "danger",
  Stopped: "warning",
};
