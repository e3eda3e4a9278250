import type { NoticeKind } from "../components/Notice.tsx";

/** What the administrator tells everybody. */
export interface BannerMessage {
  text: string;
  kind: NoticeKind;
  canBeClosed: boolean;
}

const kinds: NoticeKind[] = ["info", "success", "warning", "danger"];

/**
 * Reads the setting `banner_message`: a plain text, or the JSON that Harbor's console writes into it.
 *
 * Harbor's has a kind, may be closed, and may be limited to some days.
 */
export function readBannerMessage(setting: string | undefined, now = new Date()): BannerMessage | null {
  const text = setting?.trim() ?? "";
  if (text === "") return null;
  const parts = parsed(text);
  if (!parts) return { text, kind: "warning", canBeClosed: false };
  const { message, type, closable, fromDate, toDate } = parts;
  if (typeof message !== "string" || message.trim() === "") return null;
  if (isAfter(fromDate, now, 0) || !isAfter(toDate, now, 1, true)) return null;
  const kind = kinds.find((kind) => kind === type) ?? "warning";
  return { text: message, kind, canBeClosed: closable === true || closable === "true" };
}

function parsed(text: string): Record<string, unknown> | null {
  if (!text.startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "message" in value ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Whether a day of the message, some days on, is after now; `otherwise` if there is none. */
function isAfter(day: unknown, now: Date, daysOn: number, otherwise = false): boolean {
  const time = typeof day === "string" ? Date.parse(day) : NaN;
  return Number.isNaN(time) ? otherwise : time + daysOn * 86_400_000 > now.getTime();
}
