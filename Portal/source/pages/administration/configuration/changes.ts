import type { ConfigurationsResponse } from "../../../api/schema.ts";

/** What an item holds; null while what is typed can't be its value. */
export type ItemValue = string | number | boolean | null;

/** What was changed on the page, by key. */
export type Changes = Record<string, ItemValue>;

/** The value of an item as the server has it; objects as text. */
export function savedValue(saved: ConfigurationsResponse, key: string): ItemValue {
  const value: unknown = saved[key]?.value;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/** The value that the page shows. */
export function shownValue(saved: ConfigurationsResponse, changes: Changes, key: string): ItemValue {
  const changed = changes[key];
  return changed === undefined ? savedValue(saved, key) : changed;
}

/** The changes that differ from what the server has: all that is sent. */
export function realChanges(saved: ConfigurationsResponse, changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([key, value]) => value !== savedValue(saved, key)));
}

/** What is left of the changes when some were sent: those that were made meanwhile. */
export function withoutSent(changes: Changes, sent: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([key, value]) => value !== sent[key]));
}

/** The item that a refusal names: the server's messages begin with its key. */
export function refusedKey(message: string, keys: Iterable<string>): string | null {
  const first = message.split(" ", 1)[0];
  return [...keys].find((key) => key === first) ?? null;
}
