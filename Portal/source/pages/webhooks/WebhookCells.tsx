import { Badge } from "../../components/Badge.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { DeliveryStatus } from "./DeliveryStatus.tsx";
import { useEventName } from "./useEventName.ts";
import { hostOf } from "./webhookChecks.ts";
import { policyPath, WebhookPlace } from "./webhookPlace.ts";
import type { WebhookExecution, WebhookPolicy, WebhookTarget } from "../../api/schema.ts";

/** Milliseconds between two looks at the last delivery. */
const pause = 10_000;
/** Most events that are shown by name. */
const capacity = 2;

/** What a webhook tells of: by name if they are few. */
export function WebhookEvents({ types }: { types: string[] }) {
  const { webhooks } = useText();
  const eventName = useEventName();
  const names = types.map(eventName);
  if (names.length > capacity) return <span title={names.join("\n")}>{webhooks.moreEvents(names.length)}</span>;
  return <span className="row">{types.map((type, index) => <Badge key={type}>{names[index]}</Badge>)}</span>;
}

/** Whom a webhook tells: the kind and the host, as the rest of the address may be a secret. */
export function WebhookTargets({ targets }: { targets: WebhookTarget[] }) {
  const { webhooks } = useText();
  return (
    <ul>
      {targets.map((target, index) => (
        <li key={index} className="wrap-anywhere">
          {webhooks.kinds[target.type]} <span className="soft" translate="no">{hostOf(target.address)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How the last delivery of a webhook went, and when. */
export function LastDelivery({ place, policy }: { place: WebhookPlace; policy: WebhookPolicy }) {
  const { webhooks } = useText();
  const path = `${policyPath(place, policy.id)}/executions?page_size=1`;
  const { value } = useResource<WebhookExecution[]>(path, { poll: pause });
  const [last] = value ?? [];
  if (!last) return <span className="soft">{value && webhooks.notYet}</span>;
  return (
    <span className="row">
      <DeliveryStatus status={last.status} />
      <Time value={last.start_time} />
    </span>
  );
}
