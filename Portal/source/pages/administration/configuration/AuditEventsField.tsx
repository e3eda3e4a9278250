import type { AuditLogEventType } from "../../../api/schema.ts";
import { Button } from "../../../components/Button.tsx";
import { useText } from "../../../language/text.ts";
import { useResource } from "../../../platform/useResource.ts";
import { EventTypeFields } from "../../auditLog/EventTypeFields.tsx";
import { disabledEvents, eventsSetting } from "./auditEvents.ts";
import { ItemFieldProperties } from "./ItemField.tsx";

/** Which kinds of events are recorded, grouped by what they happen to. */
export function AuditEventsField({ item, value, error, disabled, onChange }: ItemFieldProperties) {
  const { configuration: text } = useText();
  const known = useResource<AuditLogEventType[]>("/auditlog-exts/events");
  const types = (known.value ?? []).map((event) => event.event_type);
  const left = disabledEvents(typeof value === "string" ? value : "");
  const set = (type: string, isRecorded: boolean) => {
    const next = new Set(left);
    if (isRecorded) next.delete(type);
    else next.add(type);
    onChange(eventsSetting(next, types));
  };
  const recorded = types.length - left.size;
  return (
    <fieldset disabled={disabled}>
      <legend className="field-label">{text.items[item.key].label}</legend>
      {error && <p className="field-error" role="alert">{error}</p>}
      <details className="audit-events">
        <summary>
          {left.size === 0 ? text.allEvents(types.length) : text.someEvents(recorded, types.length)}
        </summary>
        <EventTypeFields types={types} isChosen={(type) => !left.has(type)} onChange={set} />
        {left.size > 0 && !disabled && <Button onClick={() => onChange("")}>{text.recordAll}</Button>}
      </details>
    </fieldset>
  );
}
