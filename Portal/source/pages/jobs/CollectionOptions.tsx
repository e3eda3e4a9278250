import { CheckField } from "../../components/Field.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { useText } from "../../language/text.ts";
import { OptionsProperties } from "./system/systemJob.ts";

/** What a collection removes beside what nothing refers to, and how it goes about it. */
export function CollectionOptions({ parameters, onChange }: OptionsProperties) {
  const { jobs: text } = useText();
  const removesUntagged = parameters.delete_untagged === true;
  const grace = parameters.grace_seconds;
  return (
    <>
      <CheckField
        label={text.deleteUntagged}
        hint={text.deleteUntaggedHint}
        checked={removesUntagged}
        // Indexes follow until somebody says otherwise, as in the registry.
        onChange={({ target }) =>
          onChange({ delete_untagged: target.checked, delete_untagged_indexes: target.checked })}
      />
      {removesUntagged && (
        <CheckField
          label={text.deleteIndexes}
          hint={text.deleteIndexesHint}
          checked={parameters.delete_untagged_indexes === true}
          onChange={({ target }) => onChange({ delete_untagged_indexes: target.checked })}
        />
      )}
      <details className="more-options">
        <summary>{text.moreOptions}</summary>
        <div className="stack">
          <NumberField
            label={text.graceHours}
            hint={text.graceHoursHint}
            minimum={0}
            maximum={8_760}
            value={typeof grace === "number" && grace >= 0 ? Math.round(grace / 3_600) : null}
            onChange={(hours) => onChange({ grace_seconds: hours === null ? -1 : hours * 3_600 })}
          />
          <NumberField
            label={text.workersOption}
            hint={text.workersOptionHint}
            minimum={1}
            maximum={10}
            value={typeof parameters.workers === "number" && parameters.workers > 0 ? parameters.workers : null}
            onChange={(workers) => onChange({ workers: workers ?? 0 })}
          />
        </div>
      </details>
    </>
  );
}
