import { CheckField } from "../../components/Field.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { supportedGroups } from "./eventTypes.ts";
import { useEventName } from "./useEventName.ts";
import { WebhookPlace } from "./webhookPlace.ts";
import type { SupportedWebhookEventTypes, WebhookEventType } from "../../api/schema.ts";

/** Says which events a webhook tells of. */
export function EventFields({ place, events, onChange }: {
  place: WebhookPlace;
  events: WebhookEventType[];
  onChange: (events: WebhookEventType[]) => void;
}) {
  const { webhooks } = useText();
  const eventName = useEventName();
  const supported = useResource<SupportedWebhookEventTypes>(`${place.path}/events`);
  const toggle = (type: WebhookEventType, isChosen: boolean) =>
    onChange(isChosen ? [...events, type] : events.filter((each) => each !== type));
  return (
    <ResourceView resource={supported}>
      {({ event_type: types }) => (
        <div className="webhook-events">
          {supportedGroups(types).map(([group, members]) => (
            <fieldset key={group} className="stack stack-tight">
              <legend className="field-label">{webhooks.groups[group]}</legend>
              {members.map((type) => (
                <CheckField
                  key={type}
                  label={eventName(type)}
                  checked={events.includes(type)}
                  onChange={(event) => toggle(type, event.target.checked)}
                />
              ))}
            </fieldset>
          ))}
        </div>
      )}
    </ResourceView>
  );
}
