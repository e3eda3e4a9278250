import type { JobSchedule, ScheduleRequest } from "../../api/schema.ts";

/** How often something is done, in the words of the API. */
export const scheduleKinds = ["None", "Hourly", "Daily", "Weekly", "Custom"] as const;

/** One of `scheduleKinds`. */
export type ScheduleKind = typeof scheduleKinds[number];

/** When something is done by itself, as a form has it. */
export interface Timing {
  kind: ScheduleKind;
  /** What `Custom` is; it stays while another kind is chosen. */
  cron: string;
  /** Whether what was missed is done once afterwards. */
  catchesUp: boolean;
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
  const { cron, catch_up } = schedule.schedule;
  return { kind: kindOf(schedule), cron: cron ?? nightly, catchesUp: catch_up !== false };
}

/** The timing of a cron expression alone; nothing is never. */
export function timingOfCron(cron: string, catchesUp = true): Timing {
  const kind = scheduleKinds.find((each) => ownCrons[each] === cron);
  return { kind: kind ?? (cron ? "Custom" : "None"), cron: cron || nightly, catchesUp };
}

/** A timing as a cron expression; nothing is never. */
export function cronOf({ kind, cron }: Timing): string {
  return kind === "Custom" ? cron : ownCrons[kind] ?? "";
}

/** A timing as the API takes it. */
export function scheduleRequest({ kind, cron, catchesUp }: Timing): ScheduleRequest["schedule"] {
  if (kind === "None") return { type: kind };
  return { type: kind, ...(kind === "Custom" && { cron }), catch_up: catchesUp };
}
