import type { Quota } from "../../../api/schema.ts";
import { unlimited } from "../../../platform/size.ts";

/** The bytes that a project stores. */
export function storageUsed(quota: Quota): number {
  return quota.used.storage ?? 0;
}

/** The bytes that a project may store; -1 for as many as it likes. */
export function storageLimit(quota: Quota): number {
  return quota.hard.storage ?? unlimited;
}
