import { Button } from "../../components/Button.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useQuickChange } from "../../components/useQuickChange.ts";
import { useText } from "../../language/text.ts";
import { navigate } from "../../platform/location.ts";
import { useSending } from "./useSending.ts";
import { WebhookPlace } from "./webhookPlace.ts";
import type { WebhookPolicy } from "../../api/schema.ts";

/** Sends an example to the targets of a webhook, and shows how that goes. */
export function TestButton({ place, policy }: { place: WebhookPlace; policy: WebhookPolicy }) {
  const { webhooks } = useText();
  const { show } = useToasts();
  const send = useSending(place, policy);
  const test = useQuickChange(async () => {
    const id = await send("/test", {});
    show(webhooks.tested);
    navigate(`${place.address}/${policy.id}${id === null ? "" : `?delivery=${id}`}`);
  });
  return <Button icon="zap" title={webhooks.testHint} onClick={() => test()}>{webhooks.test}</Button>;
}
