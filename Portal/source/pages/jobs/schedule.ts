import type { JobSchedule } from "../../api/schema.ts";

/** How often something is done, in the words of the API. */
export const scheduleKinds = ["None", "Hourly", "Daily", "Weekly", "Custom"] as const;

/** One of `scheduleKinds`. */
export type ScheduleKind = typeof scheduleKinds[number];

/** When something is done by itself, as a form has it. */
export interface Timing {
  kind: ScheduleKind;
  /** What `Custom` is; it stays while another kind is chosen. */
  cron: string;
}

/** The cron expression that a form begins with: each night, when few work. */
const nightly = "0 15 3 * * *";

/** The cron expressions of the kinds that have one of their own. */
const ownCrons: Partial<Record<ScheduleKind, string>> = {
  Hourly: "0 0 * * * *",
  Daily: "0 0 0 * * *",
  Weekly: "0 0 0 * * 0",
};

/** The kind of a schedule; what other clients call otherwise is a cron expression. */
export function kindOf(schedule: JobSchedule): ScheduleKind {
  return scheduleKinds.find((kind) => kind === schedule.schedule.type) ?? "Custom";
}

/** The timing of a schedule. */
export function timingOf(schedule: JobSchedule): Timing {
  return { kind: kindOf(schedule), cron: schedule.schedule.cron ?? nightly };
}

/** The timing of a cron expression alone; nothing is never. */
export function timingOfCron(cron: string): Timing {
  const kind = scheduleKinds.find((each) => ownCrons[each] === cron);
  return { kind: kind ?? (cron ? "Custom" : "None"), cron: cron || nightly };
}

/** A timing as a cron expression; nothing is never. */
export function cronOf({ kind, cron }: Timing): string {
  return kind === "Custom" ? cron : ownCrons[kind] ?? "";
}

/** A timing as the API takes it. */
export function scheduleRequest({ kind, cron }: Timing): { type: ScheduleKind; cron?: string } {
  return kind === "Custom" ? { type: kind, cron } : { type: kind };
}
