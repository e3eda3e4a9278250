import type { Text } from "../../language/text.ts";
import { RunParameters } from "../jobs/system/systemJob.ts";

/** Most hours that the registry takes as an age. */
export const longestAge = 240_000;

/** What the registry takes for the kinds of entries there are. */
export const everyType = "*";

/** The kinds of entries that a purge is limited to; none: all kinds. */
export function chosenTypes({ include_event_types: types }: RunParameters): string[] {
  return typeof types === "string" && types !== everyType ? types.split(",").filter(Boolean) : [];
}

/** An age in words: in days if it is some, or else in hours. */
export function ageInWords(hours: number, text: Text["auditPurge"]): string {
  return hours % 24 === 0 ? text.days(hours / 24) : text.hours(hours);
}
