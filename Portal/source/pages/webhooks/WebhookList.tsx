import { Badge } from "../../components/Badge.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Link } from "../../components/Link.tsx";
import { ListView } from "../../components/ListView.tsx";
import { Column } from "../../components/Table.tsx";
import { useText } from "../../language/text.ts";
import { useListing } from "../../platform/useListing.ts";
import { LastDelivery, WebhookEvents, WebhookTargets } from "./WebhookCells.tsx";
import { WebhookMenu } from "./WebhookMenu.tsx";
import { WebhookPlace } from "./webhookPlace.ts";
import type { WebhookPolicy } from "../../api/schema.ts";

/** Milliseconds between two looks at how the last deliveries went. */
const pause = 10_000;

/** The webhooks of a project or of the registry, each with how its last delivery went. */
export function WebhookList({ place }: { place: WebhookPlace }) {
  const { webhooks } = useText();
  const listing = useListing<WebhookPolicy>(`${place.path}/policies`, { filterKey: "name", poll: pause });
  const columns = useColumns(place);
  const add = place.may("create") && (
    <Link className="button button-primary" to={`${place.address}/new`}>{webhooks.add}</Link>
  );
  return (
    <ListView
      label={webhooks.list}
      listing={listing}
      columns={columns}
      rowKey={(policy) => policy.id}
      filterLabel={webhooks.filter}
      actions={add}
      empty={
        <EmptyState icon="bell" title={webhooks.emptyTitle} hint={add ? webhooks.emptyHint : webhooks.emptyReadOnly}>
          {add}
        </EmptyState>
      }
    />
  );
}

function useColumns(place: WebhookPlace): Array<Column<WebhookPolicy> | false> {
  const { webhooks, common } = useText();
  return [
    {
      label: common.name,
      kind: "name",
      render: (policy) => (
        <>
          <Link className="wrap-anywhere" to={`${place.address}/${policy.id}`}>{policy.name}</Link>
          {policy.description && <p className="second-line">{policy.description}</p>}
        </>
      ),
    },
    {
      label: webhooks.state,
      kind: "tight",
      render: ({ enabled }) => enabled ? <Badge kind="success">{common.on}</Badge> : <Badge>{common.off}</Badge>,
    },
    { label: webhooks.events, render: (policy) => <WebhookEvents types={policy.event_types} /> },
    { label: webhooks.targets, render: (policy) => <WebhookTargets targets={policy.targets} /> },
    { label: webhooks.lastDelivery, kind: "tight", render: (policy) => <LastDelivery policy={policy} /> },
    (place.may("update") || place.may("delete")) && {
      label: common.actions,
      kind: "actions",
      render: (policy) => <WebhookMenu place={place} policy={policy} />,
    },
  ];
}
