import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { WebhookList } from "./WebhookList.tsx";
import { systemPlace } from "./webhookPlace.ts";

/** The webhooks that hear of all projects. */
export default function SystemWebhooksPage() {
  const { webhooks } = useText();
  return (
    <>
      <PageHeader title={webhooks.title} description={webhooks.systemHint} />
      <WebhookList place={systemPlace} />
    </>
  );
}
