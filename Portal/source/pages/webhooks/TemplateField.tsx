import { TextAreaField, TextField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { templateNames } from "./firstTemplates.ts";
import { templatePlace } from "./templatePlace.ts";
import { TargetDraft } from "./webhookDraft.ts";

/** Writes the body as a template; what is wrong with it is shown at its place. */
export function TemplateField({ target, failure, set }: {
  target: TargetDraft;
  /** What the registry has against the template. */
  failure: string | null;
  set: (changes: Partial<TargetDraft>) => void;
}) {
  const { webhooks } = useText();
  const place = failure && templatePlace(failure, target.template);
  return (
    <>
      <TextAreaField
        label={webhooks.templateField}
        className="mono webhook-template"
        required
        rows={8}
        maxLength={16_384}
        spellCheck={false}
        value={target.template}
        hint={webhooks.templateHint}
        error={failure}
        onChange={(event) => set({ template: event.target.value })}
      />
      {place && (
        <pre className="webhook-excerpt" aria-label={webhooks.templateWrong(place.line, place.column)}>
          {place.excerpt}
        </pre>
      )}
      <details>
        <summary>{webhooks.templateNames}</summary>
        <ul className="row webhook-names">
          {templateNames.map((name) => (
            <li key={name}>
              <code className="rule-pattern">{`{{${name}}}`}</code>
            </li>
          ))}
        </ul>
        <p className="field-hint">{webhooks.templateNamesHint}</p>
      </details>
      <TextField
        label={webhooks.contentTypeField}
        className="mono"
        maxLength={255}
        spellCheck={false}
        value={target.contentType}
        onChange={(event) => set({ contentType: event.target.value })}
      />
    </>
  );
}
