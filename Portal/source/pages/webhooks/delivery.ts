import type { JobStatus } from "../../api/schema.ts";
import type { WebhookExecution, WebhookTask } from "../../api/schema.ts";

/** The type of the event that a delivery tells of. */
export function eventOf(delivery: WebhookExecution): string {
  return textIn(delivery.extra_attrs, "event_type");
}

/** Whether somebody asked for a delivery to try the webhook out, or to have something sent again. */
export function isTest(delivery: WebhookExecution): boolean {
  return delivery.trigger === "MANUAL" && !("replay_of" in delivery.extra_attrs);
}

/** Whether something is still to be sent. */
export function isUnderWay(status: JobStatus): boolean {
  return status === "Pending" || status === "Running";
}

/** Where a task sends to. */
export function addressOf(task: WebhookTask): string {
  return textIn(task.extra_attrs, "address");
}

/** What a task sends. */
export function bodyOf(task: WebhookTask): string {
  return textIn(task.extra_attrs, "payload");
}

/** Seconds that a delivery has taken; null before it has ended. */
export function secondsOf({ start_time, end_time }: WebhookExecution): number | null {
  if (!start_time || !end_time) return null;
  const seconds = (Date.parse(end_time) - Date.parse(start_time)) / 1000;
  return seconds >= 0 ? seconds : null;
}

function textIn(attributes: Record<string, unknown>, name: string): string {
  const value = attributes[name];
  return typeof value === "string" ? value : "";
}
