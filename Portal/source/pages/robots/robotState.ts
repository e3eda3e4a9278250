import type { Robot } from "../../api/schema.ts";
import type { Format } from "../../language/format.ts";
import type { Text } from "../../language/text.ts";

/** Whether a robot account can be used. */
export type RobotState = "on" | "off" | "expired" | "expiresSoon";

const day = 86_400_000;
/** So many days ahead an end is told in days; beyond, as a date. */
const countedDays = 90;

/** Says whether a robot account can be used now. */
export function robotState(robot: Pick<Robot, "disable" | "expires_at" | "expires_soon">, now: Date): RobotState {
  if (robot.expires_at >= 0 && robot.expires_at * 1000 <= now.getTime()) return "expired";
  if (robot.disable) return "off";
  return robot.expires_soon ? "expiresSoon" : "on";
}

/** Says when something ends, in seconds since 1970 (-1: never): `in 7 days`, a date, or how long ago it ended. */
export function expiryWords(expiresAt: number, words: Text["robots"], format: Format, now: Date): string {
  if (expiresAt < 0) return words.neverExpires;
  const end = new Date(expiresAt * 1000);
  const milliseconds = end.getTime() - now.getTime();
  if (milliseconds <= day) return format.ago(end, now);
  const days = Math.ceil(milliseconds / day);
  return days <= countedDays ? words.inDays(days) : format.date(end);
}

/** When a robot account of so many days (-1: for ever) ends that was made at a moment. */
export function endOf(days: number, madeAt: Date): Date | null {
  return days < 0 ? null : new Date(madeAt.getTime() + days * day);
}
