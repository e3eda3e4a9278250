import { EmptyState } from "../../components/EmptyState.tsx";
import { useText } from "../../language/text.ts";
import { useWebhookForm } from "./useWebhookForm.ts";
import { WebhookForm } from "./WebhookForm.tsx";
import { WebhookHeading } from "./WebhookHeading.tsx";
import { WebhookPlace } from "./webhookPlace.ts";

/** The form of a new webhook, for whoever may make one. */
export function NewWebhook({ place }: { place: WebhookPlace }) {
  const { webhooks, common } = useText();
  if (!place.may("create")) return <EmptyState icon="lock" title={common.forbidden} hint={common.forbiddenHint} />;
  return (
    <>
      {place.project && <WebhookHeading place={place} title={webhooks.newTitle} />}
      <EmptyForm place={place} />
    </>
  );
}

function EmptyForm({ place }: { place: WebhookPlace }) {
  return <WebhookForm place={place} form={useWebhookForm(place, null)} isNew />;
}
