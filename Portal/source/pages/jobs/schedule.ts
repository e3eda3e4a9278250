import type { JobSchedule } from "../../api/schema.ts";

/** How often something is done, in the words of the API. */
export const scheduleKinds = ["None", "Hourly", "Daily", "Weekly", "Custom"] as const;

/** One of `scheduleKinds`. */
export type ScheduleKind = typeof scheduleKinds[number];

/** The kind of a schedule; what other clients call otherwise is a cron expression. */
export function kindOf(schedule: JobSchedule): ScheduleKind {
  return scheduleKinds.find((kind) => kind === schedule.schedule.type) ?? "Custom";
}
