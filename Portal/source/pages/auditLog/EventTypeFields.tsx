import { CheckField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { groupEvents } from "./eventGroups.ts";

/** Chooses kinds of events, grouped by what they happen to. */
export function EventTypeFields({ types, isChosen, onChange }: {
  types: string[];
  isChosen: (type: string) => boolean;
  onChange: (type: string, isChosen: boolean) => void;
}) {
  const { auditLog } = useText();
  return (
    <div className="audit-event-groups">
      {groupEvents(types).map(({ resource, events }) => (
        <fieldset key={resource}>
          <legend className="second-line">{auditLog.types[resource] ?? resource}</legend>
          {events.map(({ type, operation }) => (
            <CheckField
              key={type}
              label={auditLog.operations[operation] ?? operation}
              checked={isChosen(type)}
              onChange={(event) => onChange(type, event.target.checked)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}
