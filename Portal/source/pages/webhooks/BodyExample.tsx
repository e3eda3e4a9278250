import { CodeBlock } from "../../components/Copy.tsx";
import { SelectField } from "../../components/Field.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useText } from "../../language/text.ts";
import { prettyBody } from "./prettyBody.ts";
import { BodyExample as Example } from "./useBodyExample.ts";
import { useEventName } from "./useEventName.ts";
import { hostOf } from "./webhookChecks.ts";
import { WebhookDraft } from "./webhookDraft.ts";

/** Shows what would be sent for an event; it stays in view beside the form. */
export function BodyExample({ draft, example }: { draft: WebhookDraft; example: Example }) {
  const { webhooks } = useText();
  const eventName = useEventName();
  const { body, contentType, failure, templateFailure } = example;
  return (
    <aside className="webhook-example stack stack-tight" aria-labelledby="webhook-example">
      <h2 id="webhook-example">{webhooks.example}</h2>
      <SelectField
        label={webhooks.exampleEvent}
        value={example.event}
        onChange={(event) => example.show({ event: event.target.value })}
      >
        {draft.events.map((type) => <option key={type} value={type}>{eventName(type)}</option>)}
      </SelectField>
      {draft.targets.length > 1 && (
        <SelectField
          label={webhooks.exampleTarget}
          value={example.target}
          onChange={(event) => example.show({ target: Number(event.target.value) })}
        >
          {draft.targets.map((target, index) => (
            <option key={index} value={index}>
              {`${webhooks.targetNumber(index + 1)} · ${hostOf(target.address)}`}
            </option>
          ))}
        </SelectField>
      )}
      {!templateFailure && <FailureNotice failure={failure} />}
      {contentType && (
        <p className="soft">
          <code>{contentType}</code>
        </p>
      )}
      {body === null && !failure && <Skeleton lines={6} />}
      {body !== null && <CodeBlock text={prettyBody(body)} label={webhooks.example} />}
    </aside>
  );
}
