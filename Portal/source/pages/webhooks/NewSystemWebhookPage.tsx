import { PageHeader } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { NewWebhook } from "./NewWebhook.tsx";
import { systemPlace } from "./webhookPlace.ts";

/** Makes a webhook that hears of all projects. */
export default function NewSystemWebhookPage() {
  const { webhooks } = useText();
  return (
    <>
      <PageHeader
        title={webhooks.newTitle}
        breadcrumbs={[{ label: webhooks.title, to: systemPlace.address }]}
      />
      <NewWebhook place={systemPlace} />
    </>
  );
}
