import { Badge } from "../../components/Badge.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { DeliveryStatus } from "./DeliveryStatus.tsx";
import { useEventName } from "./useEventName.ts";
import { hostOf } from "./webhookChecks.ts";
import type { WebhookPolicy, WebhookTarget } from "../../api/schema.ts";

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
export function LastDelivery({ policy }: { policy: WebhookPolicy }) {
  const { webhooks } = useText();
  const last = policy.last_delivery;
  if (!last) return <span className="soft">{webhooks.notYet}</span>;
  return (
    <span className="row">
      <DeliveryStatus status={last.status} />
      <Time value={last.time} />
    </span>
  );
}
