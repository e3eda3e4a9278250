import { useState } from "react";
import { Badge } from "../../components/Badge.tsx";
import { Icon } from "../../components/Icon.tsx";
import { useText } from "../../language/text.ts";
import { ApiDocument, Reference, Schema } from "./apiDocument.ts";
import { DescriptionText } from "./DescriptionText.tsx";
import { limitsOf, shownSchema } from "./schemaWords.ts";

/** What a value looks like: members of objects, which are opened one by one, so that schemas may hold themselves. */
export function SchemaTree({ document, schema }: { document: ApiDocument; schema: Schema | Reference | undefined }) {
  const shown = shownSchema(document, schema);
  if (!shown.object) {
    return (
      <p>
        <code>{[shown.type, ...limitsOf(shown.schema)].join(" · ")}</code>
      </p>
    );
  }
  return (
    <div className="api-schema">
      <p className="soft">
        <code>{shown.type}</code>
        {shown.schema.description && (
          <>
            {" "}
            <DescriptionText text={shown.schema.description} />
          </>
        )}
      </p>
      <Members {...{ document }} object={shown.object} />
    </div>
  );
}

function Members({ document, object }: { document: ApiDocument; object: Schema }) {
  const { apiReference: text } = useText();
  const others = typeof object.additionalProperties === "object" ? object.additionalProperties : null;
  return (
    <ul className="api-members">
      {Object.entries(object.properties ?? {}).map(([name, schema]) => (
        <Member key={name} {...{ document, name, schema }} isRequired={object.required?.includes(name) ?? false} />
      ))}
      {others && <Member {...{ document }} name={text.anyName} schema={others} isRequired={false} />}
    </ul>
  );
}

function Member({ document, name, schema, isRequired }: {
  document: ApiDocument;
  name: string;
  schema: Schema | Reference;
  isRequired: boolean;
}) {
  const { apiReference: text } = useText();
  const [isOpen, setOpen] = useState(false);
  const shown = shownSchema(document, schema);
  const words = [shown.type, ...limitsOf(shown.schema)].join(" · ");
  return (
    <li>
      <div className="api-member">
        {shown.object
          ? (
            <button type="button" className="api-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              <Icon name={isOpen ? "chevron-down" : "chevron-right"} size={14} />
              <code>{name}</code>
            </button>
          )
          : <code className="api-leaf">{name}</code>}
        <code className="soft wrap-anywhere">{words}</code>
        {isRequired && <Badge kind="warning">{text.required}</Badge>}
        {shown.schema.description && (
          <span className="soft">
            <DescriptionText text={shown.schema.description} />
          </span>
        )}
      </div>
      {isOpen && shown.object && <Members {...{ document }} object={shown.object} />}
    </li>
  );
}
