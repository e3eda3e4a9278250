import { useState } from "react";
import { FormDialog } from "../../components/Dialog.tsx";
import { CheckField } from "../../components/Field.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { Selection } from "../selection/selection.ts";
import { SelectionFields } from "../selection/SelectionFields.tsx";
import { ConditionFields } from "./ConditionFields.tsx";
import { isComplete, newRule, replaced, RetentionRule } from "./retentionRule.ts";
import { RuleText } from "./RuleText.tsx";
import { RetentionDraft } from "./useRetentionDraft.ts";

/** Makes or edits a rule of the draft: nothing is sent before the whole policy is saved. */
export function RuleDialog({ draft, index, onClose }: {
  draft: RetentionDraft;
  /** Null makes a new rule. */
  index: number | null;
  onClose: () => void;
}) {
  const { retention, common } = useText();
  const { rules, level } = draft.policy;
  const [rule, setRule] = useState((index !== null && rules[index]) || newRule);
  const set = (changes: Partial<RetentionRule>) => setRule({ ...rule, ...changes });
  const apply = useChange(() => {
    draft.set({ rules: index === null ? [...rules, rule] : replaced(rules, index, rule) });
    return Promise.resolve();
  });
  return (
    <FormDialog
      isWide
      title={index === null ? retention.newTitle : retention.editTitle(index + 1)}
      submit={index === null ? common.add : retention.apply}
      change={apply}
      canSubmit={isComplete(rule)}
      onClose={onClose}
    >
      <ConditionFields rule={rule} set={set} />
      <AboutFields rule={rule} set={set} />
      {level === "artifact" && (
        <CheckField
          label={retention.untagged}
          hint={retention.untaggedHint}
          checked={rule.includesUntagged}
          onChange={(event) => set({ includesUntagged: event.target.checked })}
        />
      )}
      {isComplete(rule) && (
        <p className="rule-sentence">
          <RuleText rule={rule} level={level} />
        </p>
      )}
    </FormDialog>
  );
}

/** Says which tags in which repositories a rule is about; other clients may have given several patterns. */
function AboutFields({ rule, set }: { rule: RetentionRule; set: (changes: Partial<RetentionRule>) => void }) {
  const { policy } = useText();
  const fields = (
    selections: Selection[],
    label: string,
    hint: string,
    onChange: (selections: Selection[]) => void,
  ) =>
    selections.map((selection, index) => (
      <SelectionFields
        key={index}
        mayBeRegex
        label={index === 0 ? label : `${label} ${index + 1}`}
        hint={hint}
        placeholder="v*"
        selection={selection}
        onChange={(changed) => onChange(replaced(selections, index, changed))}
      />
    ));
  return (
    <>
      {fields(rule.tags, policy.tagField, policy.tagHint, (tags) => set({ tags }))}
      {fields(
        rule.repositories,
        policy.repositoryField,
        policy.repositoryHint,
        (repositories) => set({ repositories }),
      )}
    </>
  );
}
