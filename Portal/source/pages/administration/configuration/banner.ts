import { readBannerMessage } from "../../../shell/bannerMessage.ts";

/** The kinds of messages. */
export const bannerKinds = ["info", "success", "warning", "danger"] as const;

/** A kind of message. */
export type BannerKind = typeof bannerKinds[number];

/** A message to everybody as it is edited. */
export interface BannerDraft {
  text: string;
  kind: BannerKind;
  canBeClosed: boolean;
  /** The first day on which it is shown, such as `2026-11-21`; empty: from now on. */
  from: string;
  /** The last day; empty: for ever. */
  to: string;
}

/** Reads the setting `banner_message`, whatever day it is. */
export function bannerDraft(setting: string): BannerDraft {
  const { fromDate, toDate } = dates(setting);
  // In the middle of its days, a message can be read.
  const day = fromDate ? new Date(fromDate) : toDate ? new Date(toDate) : new Date();
  const message = readBannerMessage(setting, day);
  return {
    text: message?.text ?? "",
    kind: message?.kind ?? "warning",
    canBeClosed: message?.canBeClosed ?? false,
    from: fromDate,
    to: toDate,
  };
}

/** Writes the setting in the form that Harbor's console has; empty without a text. */
export function bannerSetting({ text, kind, canBeClosed, from, to }: BannerDraft): string {
  if (text.trim() === "") return "";
  return JSON.stringify({
    message: text,
    type: kind,
    closable: canBeClosed,
    ...(from && { fromDate: from }),
    ...(to && { toDate: to }),
  });
}

function dates(setting: string): { fromDate: string; toDate: string } {
  try {
    const value: unknown = JSON.parse(setting);
    const parts: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
    return { fromDate: day(parts.fromDate), toDate: day(parts.toDate) };
  } catch {
    return { fromDate: "", toDate: "" };
  }
}

/** A day as fields for dates want it, `2026-11-21`; Harbor's console writes `11/21/2026`. */
function day(value: unknown): string {
  if (typeof value !== "string" || Number.isNaN(Date.parse(value))) return "";
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
  if (!american) return value.slice(0, 10);
  const [, month = "", date = "", year = ""] = american;
  return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
}
