import type { WebhookEventType } from "../../api/schema.ts";

/** What webhooks tell of, as the form groups it. */
export const eventGroups = {
  artifacts: ["PUSH_ARTIFACT", "PULL_ARTIFACT", "DELETE_ARTIFACT"],
  quotas: ["QUOTA_WARNING", "QUOTA_EXCEED"],
  retention: ["TAG_RETENTION"],
  scanning: ["SCANNING_COMPLETED", "SCANNING_STOPPED", "SCANNING_FAILED"],
  replication: ["REPLICATION"],
} satisfies Record<string, WebhookEventType[]>;

/** The name of a group of events. */
export type EventGroup = keyof typeof eventGroups;

/** The groups with those of their events that the registry tells of; groups without any are left out. */
export function supportedGroups(supported: WebhookEventType[]): Array<[EventGroup, WebhookEventType[]]> {
  const groups = Object.entries(eventGroups) as Array<[EventGroup, WebhookEventType[]]>;
  return groups
    .map(([name, types]): [EventGroup, WebhookEventType[]] => [name, types.filter((type) => supported.includes(type))])
    .filter(([, types]) => types.length > 0);
}

/** Whether an event is about artifacts of a repository, so that filters by repository and tag apply to it. */
export function isAboutArtifacts(type: WebhookEventType): boolean {
  return type.endsWith("_ARTIFACT") || type.startsWith("SCANNING_");
}
