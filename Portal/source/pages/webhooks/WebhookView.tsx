import { Badge } from "../../components/Badge.tsx";
import { Tabs } from "../../components/Page.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useText } from "../../language/text.ts";
import { useParameters } from "../../platform/location.ts";
import { useResource } from "../../platform/useResource.ts";
import { DeliveryList } from "./DeliveryList.tsx";
import { TestButton } from "./TestButton.tsx";
import { useWebhookForm } from "./useWebhookForm.ts";
import { WebhookForm } from "./WebhookForm.tsx";
import { WebhookHeading } from "./WebhookHeading.tsx";
import { WebhookMenu } from "./WebhookMenu.tsx";
import { policyPath, WebhookPlace } from "./webhookPlace.ts";
import type { WebhookPolicy } from "../../api/schema.ts";

/** A webhook: its deliveries, and for whoever may change it its settings. */
export function WebhookView({ place, id }: { place: WebhookPlace; id: string }) {
  const resource = useResource<WebhookPolicy>(policyPath(place, Number(id)));
  return <ResourceView resource={resource}>{(policy) => <Content place={place} policy={policy} />}</ResourceView>;
}

function Content({ place, policy }: { place: WebhookPlace; policy: WebhookPolicy }) {
  const { webhooks, common } = useText();
  const view = useParameters().get("view");
  const address = `${place.address}/${policy.id}`;
  const mayUpdate = place.may("update");
  const isSettings = view === "settings" && mayUpdate;
  return (
    <>
      <WebhookHeading place={place} title={policy.name}>
        {!policy.enabled && <Badge>{common.off}</Badge>}
        {mayUpdate && <TestButton place={place} policy={policy} />}
        {(mayUpdate || place.may("delete")) && <WebhookMenu place={place} policy={policy} />}
      </WebhookHeading>
      <Tabs
        label={webhooks.tabs}
        current={isSettings ? `${address}?view=settings` : address}
        tabs={[
          { label: webhooks.deliveries, to: address },
          mayUpdate && { label: webhooks.settings, to: `${address}?view=settings` },
        ]}
      />
      {isSettings ? <Settings place={place} policy={policy} /> : <DeliveryList place={place} policy={policy} />}
    </>
  );
}

function Settings({ place, policy }: { place: WebhookPlace; policy: WebhookPolicy }) {
  return <WebhookForm place={place} form={useWebhookForm(place, policy)} isNew={false} />;
}
