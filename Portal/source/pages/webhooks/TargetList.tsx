import { Button, IconButton } from "../../components/Button.tsx";
import { useText } from "../../language/text.ts";
import { TargetFields } from "./TargetFields.tsx";
import { WebhookForm } from "./useWebhookForm.ts";
import { mostTargets, newTarget, TargetDraft } from "./webhookDraft.ts";

/** The targets of a webhook; one is enough for most. */
export function TargetList({ form }: { form: WebhookForm }) {
  const { webhooks } = useText();
  const { draft, set, example } = form;
  const { targets } = draft;
  const change = (index: number, target: TargetDraft) =>
    set({ targets: targets.map((each, place) => place === index ? target : each) });
  const remove = (index: number) => {
    set({ targets: targets.filter((_, place) => place !== index) });
    example.show({ target: 0 });
  };
  return (
    <>
      {targets.map((target, index) => (
        <section key={index} className="card" aria-labelledby={`webhook-target-${index}`}>
          <div className="card-title">
            <h2 id={`webhook-target-${index}`}>
              {targets.length === 1 ? webhooks.where : webhooks.targetNumber(index + 1)}
            </h2>
            {targets.length > 1 && (
              <IconButton
                icon="x"
                label={webhooks.removeTarget(index + 1)}
                onClick={() => remove(index)}
              />
            )}
          </div>
          <TargetFields
            target={target}
            failure={example.target === index ? example.templateFailure : null}
            onChange={(changed) => {
              change(index, changed);
              // What is being written is what the example shows.
              example.show({ target: index });
            }}
          />
        </section>
      ))}
      {targets.length < mostTargets && (
        <div>
          <Button icon="plus" onClick={() => set({ targets: [...targets, newTarget] })}>{webhooks.addTarget}</Button>
        </div>
      )}
    </>
  );
}
