import type { AuditLogExt } from "../../api/schema.ts";
import type { Text } from "../../language/text.ts";

/** Says what was done or tried, such as `Push an artifact`; a kind of event that has no words of its own is put together. */
export function eventWords({ operation, resource_type }: AuditLogExt, words: Text["auditLog"]): string {
  return words.events[`${operation}_${resource_type}`] ??
    words.otherEvent(words.operations[operation] ?? operation, words.types[resource_type] ?? resource_type);
}

/** How often it was done, where the registry has put several into one entry. */
export function repetitions({ operation_description = "" }: AuditLogExt): number {
  return Number(/ \((\d+) times\)$/.exec(operation_description)?.[1] ?? 1);
}
