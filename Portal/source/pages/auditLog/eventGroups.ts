/** The kinds of audited events of a resource, such as `create_artifact`. */
export interface EventGroup {
  resource: string;
  events: Array<{ type: string; operation: string }>;
}

/** Groups kinds of events by what they happen to, in the server's order. */
export function groupEvents(types: string[]): EventGroup[] {
  const groups = new Map<string, EventGroup>();
  for (const type of types) {
    const [operation = type] = type.split("_", 1);
    const resource = type.slice(operation.length + 1);
    const group = groups.get(resource) ?? { resource, events: [] };
    group.events.push({ type, operation });
    groups.set(resource, group);
  }
  return [...groups.values()];
}
