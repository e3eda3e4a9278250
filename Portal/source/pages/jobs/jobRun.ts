import type { JobHistory, JobStatus } from "../../api/schema.ts";
import type { BadgeKind } from "../../components/Badge.tsx";

/** What a run of garbage collection was asked to do, and what came of it. */
export interface CollectionFigures {
  isDryRun: boolean;
  /** Bytes. */
  freed: number | null;
  blobs: number;
  artifacts: number;
}

/** Reads the figures of a run, which the API gives as JSON in a string; a run without any has none. */
export function collectionFigures(run: JobHistory): CollectionFigures {
  const said = parsed(run.job_parameters);
  const number = (name: string) => typeof said[name] === "number" ? said[name] : null;
  return {
    isDryRun: said.dry_run === true,
    freed: number("freed_space"),
    blobs: number("purged_blobs") ?? 0,
    artifacts: number("purged_manifests") ?? 0,
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
export function isUnderWay(run: JobHistory): boolean {
  return run.job_status === "Pending" || run.job_status === "Running";
}

/** Seconds that a run has taken; null before it has ended. */
export function secondsOf(run: JobHistory): number | null {
  if (!run.start_time || !run.end_time) return null;
  return (Date.parse(run.end_time) - Date.parse(run.start_time)) / 1000;
}

/** The colour of a status. */
export const statusColours: Record<JobStatus, BadgeKind> = {
  Pending: "normal",
  Running: "accent",
  Success: "success",
  Error: "danger",
  Stopped: "warning",
};
