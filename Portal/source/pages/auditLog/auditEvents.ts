import type { AuditLogEventType } from "../../api/schema.ts";

/** A kind of event: what was done to what. */
export interface AuditEvent {
  operation: string;
  type: string;
}

/** Types of what belongs to a project: the others happen outside of projects. */
const projectTypes = new Set([
  "artifact",
  "artifact-label",
  "tag",
  "repository",
  "project",
  "project_member",
  "robot",
  "label",
  "immutable",
  "tag-retention",
  "webhook",
  "quota",
]);

/** Reads kinds of events such as `create_project_member`: the operation is up to the first `_`. */
export function readEvents(types: AuditLogEventType[], isOfProject: boolean): AuditEvent[] {
  return types.flatMap(({ event_type: text }) => {
    const cut = text.indexOf("_");
    if (cut < 1) return [];
    const event = { operation: text.slice(0, cut), type: text.slice(cut + 1) };
    return isOfProject && !projectTypes.has(event.type) ? [] : [event];
  });
}

/** The operations that are done to a type, or to any; the chosen one is always there. */
export function operationsOf(events: AuditEvent[], { operation, type }: AuditEvent): string[] {
  return distinct([
    ...events.filter((event) => !type || event.type === type).map((event) => event.operation),
    operation,
  ]);
}

/** The types that an operation is done to, or any is; the chosen one is always there. */
export function typesOf(events: AuditEvent[], { operation, type }: AuditEvent): string[] {
  return distinct([
    ...events.filter((event) => !operation || event.operation === operation).map((event) => event.type),
    type,
  ]);
}

function distinct(words: string[]): string[] {
  return [...new Set(words)].filter((word) => word !== "");
}
