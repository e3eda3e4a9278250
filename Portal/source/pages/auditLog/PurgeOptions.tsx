import type { AuditLogEventType } from "../../api/schema.ts";
import { Button } from "../../components/Button.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { OptionsProperties } from "../jobs/system/systemJob.ts";
import { EventTypeFields } from "./EventTypeFields.tsx";
import { chosenTypes, everyType, longestAge } from "./purge.ts";

/** How old entries are that a purge removes, and of which kinds. */
export function PurgeOptions({ parameters, onChange }: OptionsProperties) {
  const { auditPurge: text } = useText();
  const hours = parameters.audit_retention_hour;
  const isKnown = typeof hours === "number" && hours > 0;
  // Other clients may have said hours that are no days.
  const isInDays = !isKnown || hours % 24 === 0;
  const unit = isInDays ? 24 : 1;
  return (
    <>
      <NumberField
        label={text.age}
        hint={text.ageHint}
        unit={isInDays ? text.dayUnit : text.hourUnit}
        minimum={1}
        maximum={longestAge / unit}
        value={isKnown ? hours / unit : null}
        onChange={(value) => onChange({ audit_retention_hour: value === null ? 0 : value * unit })}
      />
      <TypeChoice parameters={parameters} onChange={onChange} />
    </>
  );
}

function TypeChoice({ parameters, onChange }: OptionsProperties) {
  const { auditPurge: text } = useText();
  const { value = [] } = useResource<AuditLogEventType[]>("/auditlog-exts/events");
  const types = value.map(({ event_type }) => event_type);
  const chosen = chosenTypes(parameters);
  const set = (next: string[]) =>
    onChange({ include_event_types: types.filter((type) => next.includes(type)).join() || everyType });
  return (
    <details className="more-options">
      <summary>{chosen.length === 0 ? text.allTypes : text.someTypes(chosen.length, types.length)}</summary>
      <p className="field-hint">{text.typesHint}</p>
      <EventTypeFields
        types={types}
        isChosen={(type) => chosen.includes(type)}
        onChange={(type, isChosen) => set(isChosen ? [...chosen, type] : chosen.filter((each) => each !== type))}
      />
      {chosen.length > 0 && <Button onClick={() => set([])}>{text.chooseAll}</Button>}
    </details>
  );
}
