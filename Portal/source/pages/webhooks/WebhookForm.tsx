import { FormEvent } from "react";
import { Button } from "../../components/Button.tsx";
import { CheckField, TextField } from "../../components/Field.tsx";
import { LeaveDialog } from "../../components/LeaveDialog.tsx";
import { FailureNotice } from "../../components/Notice.tsx";
import { useText } from "../../language/text.ts";
import { useLeaveGuard } from "../../platform/useLeaveGuard.ts";
import { BodyExample } from "./BodyExample.tsx";
import { EventFields } from "./EventFields.tsx";
import { isAboutArtifacts } from "./eventTypes.ts";
import { TargetList } from "./TargetList.tsx";
import { WebhookForm as Form } from "./useWebhookForm.ts";
import { isComplete, isFilter } from "./webhookChecks.ts";
import { WebhookDraft } from "./webhookDraft.ts";
import { WebhookPlace } from "./webhookPlace.ts";

/** Makes or edits a webhook; beside it is what would be sent. */
export function WebhookForm({ place, form, isNew }: { place: WebhookPlace; form: Form; isNew: boolean }) {
  const { webhooks, policy } = useText();
  const { draft, set, save, example } = form;
  const guard = useLeaveGuard(form.isChanged && !save.isRunning);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete(draft)) void save.run();
  };
  return (
    <form className="webhook-form" onSubmit={submit}>
      <div className="stack">
        <NameCard draft={draft} set={set} />
        <section className="card stack" aria-labelledby="webhook-events">
          <h2 id="webhook-events">{webhooks.what}</h2>
          <EventFields place={place} events={draft.events} onChange={(events) => set({ events })} />
          {draft.events.length === 0 && <p className="field-error" role="alert">{webhooks.noEvent}</p>}
          {draft.events.some(isAboutArtifacts) && <FilterFields {...{ place, draft, set, wrong: policy.badPattern }} />}
        </section>
        <TargetList form={form} />
        <FailureNotice failure={save.failure} />
        <div className="form-actions">
          <Button type="submit" kind="primary" isBusy={save.isRunning} disabled={!isComplete(draft) || !form.isChanged}>
            {isNew ? webhooks.create : webhooks.save}
          </Button>
          {!isNew && form.isChanged && <Button onClick={form.discard}>{webhooks.discard}</Button>}
        </div>
      </div>
      <BodyExample draft={draft} example={example} />
      <LeaveDialog guard={guard} />
    </form>
  );
}

type SetDraft = (changes: Partial<WebhookDraft>) => void;

function NameCard({ draft, set }: { draft: WebhookDraft; set: SetDraft }) {
  const { webhooks } = useText();
  return (
    <section className="card stack" aria-label={webhooks.nameField}>
      <TextField
        label={webhooks.nameField}
        required
        maxLength={255}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={webhooks.descriptionField}
        isOptional
        maxLength={1024}
        value={draft.description}
        onChange={(event) => set({ description: event.target.value })}
      />
      <CheckField
        label={webhooks.onField}
        hint={webhooks.onHint}
        checked={draft.isOn}
        onChange={(event) => set({ isOn: event.target.checked })}
      />
    </section>
  );
}

function FilterFields({ place, draft, set, wrong }: {
  place: WebhookPlace;
  draft: WebhookDraft;
  set: SetDraft;
  wrong: string;
}) {
  const { webhooks } = useText();
  const field = (name: "repositories" | "tags", label: string, hint: string) => (
    <TextField
      label={label}
      isOptional
      className="mono"
      maxLength={255}
      spellCheck={false}
      value={draft[name]}
      hint={hint}
      error={isFilter(draft[name]) ? null : wrong}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  return (
    <fieldset className="stack stack-tight">
      <legend className="field-label">{webhooks.onlyWhere}</legend>
      <p className="field-hint">{webhooks.onlyWhereHint}</p>
      <div className="webhook-secrets">
        {field(
          "repositories",
          webhooks.repositoriesField,
          place.project ? webhooks.repositoriesHint : webhooks.systemRepositoriesHint,
        )}
        {field("tags", webhooks.tagsField, webhooks.tagsHint)}
      </div>
    </fieldset>
  );
}
