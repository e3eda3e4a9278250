import { API } from "../../platform/connection.ts";
import { useResources } from "../../platform/useResource.ts";
import { policyPath, WebhookPlace } from "./webhookPlace.ts";
import type { WebhookPolicy } from "../../api/schema.ts";

/** Gives a function that has a webhook send something, by the end of its path, and resolves to the delivery's number. */
export function useSending(
  place: WebhookPlace,
  policy: WebhookPolicy,
): (action: string, body?: unknown) => Promise<string | null> {
  const cache = useResources();
  return async (action, body) => {
    const path = policyPath(place, policy.id);
    const answer = await cache.connection.send(API + path + action, { method: "POST", body });
    cache.invalidate(`${path}/executions`);
    return /\/executions\/(\d+)$/.exec(answer.headers.get("Location") ?? "")?.[1] ?? null;
  };
}
