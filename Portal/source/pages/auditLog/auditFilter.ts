import { exactly } from "../../api/paths.ts";

/** Spans of time by their names: any, back from now, and `custom` from a day to a day. */
export const spans = ["", "hour", "day", "week", "month", "custom"] as const;

/** A span of time by its name. */
export type Span = typeof spans[number];

/** What the audit log is filtered by, beside its text. */
export interface AuditFilter {
  /** The whole name of who did it. */
  user: string;
  operation: string;
  /** The type of what it was done to. */
  type: string;
  result: "" | "done" | "failed";
  span: Span;
  /** The first and last day of a `custom` span, `YYYY-MM-DD` in the reader's time zone; empty: open. */
  from: string;
  to: string;
}

/** No filter. */
export const everything: AuditFilter = { user: "", operation: "", type: "", result: "", span: "", from: "", to: "" };

const spanSeconds: Record<string, number> = { hour: 3_600, day: 86_400, week: 604_800, month: 2_592_000 };

/** Reads the filter from the parameters of the page's address. */
export function readAuditFilter(parameters: URLSearchParams): AuditFilter {
  const text = (name: string) => parameters.get(name) ?? "";
  const result = text("result");
  return {
    user: text("user"),
    operation: text("operation"),
    type: text("type"),
    result: result === "done" || result === "failed" ? result : "",
    span: readSpan(text("time")),
    from: dayOf(text("from")),
    to: dayOf(text("to")),
  };
}

/** The span of a name; any for a name that is none. */
export function readSpan(name: string): Span {
  return spans.find((span) => span === name) ?? "";
}

/** The parameters of the page's address that a filter is written as; null takes one away. */
export function auditParameters(filter: AuditFilter): Record<string, string | null> {
  const isCustom = filter.span === "custom";
  const { user, operation, type, result, span } = filter;
  const days = isCustom ? { from: filter.from, to: filter.to } : { from: null, to: null };
  return { user, operation, type, result, time: span, ...days, page: null, entry: null };
}

/** The conditions of `q` that a filter means at a time. */
export function auditConditions(filter: AuditFilter, now: Date): string[] {
  const { user, operation, type, result } = filter;
  return [
    exactly("username", user),
    exactly("operation", operation),
    exactly("resource_type", type),
    result && `operation_result=${result === "done"}`,
    timeCondition(filter, now),
  ].filter((condition): condition is string => Boolean(condition));
}

function timeCondition({ span, from, to }: AuditFilter, now: Date): string | null {
  const seconds = spanSeconds[span];
  if (seconds) return `op_time=[${written(new Date(now.getTime() - seconds * 1000))}~]`;
  if (span !== "custom" || (!from && !to)) return null;
  const first = from ? written(startOfDay(from, 0)) : "";
  const last = to ? written(new Date(startOfDay(to, 1).getTime() - 1000)) : "";
  return `op_time=[${first}~${last}]`;
}

/** The beginning of a day in the reader's time zone, so many days later. */
function startOfDay(day: string, later: number): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later);
}

/** A moment as conditions have it: `2026-05-01T12:00:00`, in UTC. */
function written(time: Date): string {
  return time.toISOString().slice(0, 19);
}

function dayOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";
}
