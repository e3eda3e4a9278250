import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ListView } from "../../components/ListView.tsx";
import { Column } from "../../components/Table.tsx";
import { Time } from "../../components/Time.tsx";
import { useText } from "../../language/text.ts";
import { setParameters, useParameters } from "../../platform/location.ts";
import { useListing } from "../../platform/useListing.ts";
import { clockTime } from "../jobs/system/jobRun.ts";
import { eventOf, isTest, secondsOf } from "./delivery.ts";
import { DeliveryDialog } from "./DeliveryDialog.tsx";
import { DeliveryStatus } from "./DeliveryStatus.tsx";
import { useEventName } from "./useEventName.ts";
import { policyPath, WebhookPlace } from "./webhookPlace.ts";
import type { WebhookExecution, WebhookPolicy } from "../../api/schema.ts";

/** Milliseconds between two looks at the deliveries. */
const pause = 3_000;

/** What a webhook has sent, the newest first, kept current. */
export function DeliveryList({ place, policy }: { place: WebhookPlace; policy: WebhookPolicy }) {
  const { webhooks } = useText();
  const shown = useParameters().get("delivery");
  const listing = useListing<WebhookExecution>(`${policyPath(place, policy.id)}/executions`, { poll: pause, size: 20 });
  const columns = useColumns();
  return (
    <>
      <ListView
        label={webhooks.deliveries}
        listing={listing}
        columns={columns}
        rowKey={(delivery) => delivery.id}
        empty={<EmptyState icon="history" title={webhooks.noDeliveries} hint={webhooks.noDeliveriesHint} />}
      />
      {shown && (
        <DeliveryDialog
          key={shown}
          place={place}
          policy={policy}
          id={Number(shown)}
          onClose={() => setParameters({ delivery: null }, { replace: true })}
        />
      )}
    </>
  );
}

function useColumns(): Array<Column<WebhookExecution>> {
  const { webhooks, jobs } = useText();
  const eventName = useEventName();
  return [
    {
      label: webhooks.event,
      kind: "name",
      render: (delivery) => (
        <span className="row">
          <Button
            kind="link"
            aria-label={`${eventName(eventOf(delivery))}: ${webhooks.details(delivery.id)}`}
            onClick={() => setParameters({ delivery: String(delivery.id) })}
          >
            {eventName(eventOf(delivery))}
          </Button>
          {isTest(delivery) && <Badge>{webhooks.testEvent}</Badge>}
        </span>
      ),
    },
    { label: webhooks.status, kind: "tight", render: ({ status }) => <DeliveryStatus status={status} /> },
    { label: jobs.result, render: ({ status_message }) => <span className="wrap-anywhere">{status_message}</span> },
    { label: webhooks.when, kind: "tight", render: ({ start_time }) => <Time value={start_time} /> },
    {
      label: jobs.duration,
      kind: "number",
      render: (delivery) => {
        const seconds = secondsOf(delivery);
        return seconds === null ? "" : clockTime(seconds);
      },
    },
  ];
}
