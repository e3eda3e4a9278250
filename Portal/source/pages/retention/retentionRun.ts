import type { JobStatus, RetentionExecution, RetentionTask } from "../../api/schema.ts";

/** Whether something has not ended yet. */
export function isUnderWay(status: JobStatus): boolean {
  return status === "Pending" || status === "Running";
}

/** Seconds that a run has taken; null before it has ended. */
export function secondsOf(run: { start_time?: string; end_time?: string }): number | null {
  if (!run.start_time || !run.end_time) return null;
  const seconds = (Date.parse(run.end_time) - Date.parse(run.start_time)) / 1000;
  return seconds >= 0 ? seconds : null;
}

/** The newest runs among which one is looked for. */
export const runsRead = 100;

/** The path of a run's repository in the API. */
export function taskPath(run: RetentionExecution, task: RetentionTask): string {
  return `/retentions/${run.policy_id}/executions/${run.id}/tasks/${task.id}`;
}
