import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { systemPlace } from "./webhookPlace.ts";
import { WebhookView } from "./WebhookView.tsx";

/** A webhook that hears of all projects: what it sent, and its settings. */
export default function SystemWebhookPage({ webhook }: { webhook: string }) {
  const { webhooks } = useText();
  return (
    <>
      <PageHeader title={webhooks.title} />
      <WebhookView place={systemPlace} id={webhook} />
    </>
  );
}
