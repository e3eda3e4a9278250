import { useState } from "react";
import type { ImmutableRule } from "../../api/schema.ts";
import { FormDialog } from "../../components/Dialog.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { isPattern } from "../selection/selection.ts";
import { SelectionFields } from "../selection/SelectionFields.tsx";
import { RulePreview } from "./RulePreview.tsx";
import { newRule, requestOf, ruleOf } from "./rules.ts";
import { rulesPath } from "./rulesPath.ts";
import { RuleText } from "./RuleText.tsx";

/** Makes or edits an immutability rule, saying meanwhile what it would keep. */
export function RuleDialog({ project, edited, onClose }: {
  project: string;
  /** Null makes a new rule. */
  edited: ImmutableRule | null;
  onClose: () => void;
}) {
  const { policy, common } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const [rule, setRule] = useState(() => edited ? ruleOf(edited) : newRule);
  const change = useChange(async () => {
    const path = rulesPath(project);
    const options = { method: edited ? "PUT" : "POST", body: requestOf(rule) };
    await cache.change(edited ? `${path}/${edited.id}` : path, options, path);
    show(edited ? policy.saved : policy.added);
  });
  const isComplete = isPattern(rule.tags) && isPattern(rule.repositories);
  return (
    <FormDialog
      isWide
      title={edited ? policy.editTitle : policy.newTitle}
      submit={edited ? common.save : common.create}
      change={change}
      canSubmit={isComplete}
      onClose={onClose}
    >
      <SelectionFields
        label={policy.tagField}
        hint={policy.tagHint}
        placeholder="v*"
        selection={rule.tags}
        onChange={(tags) => setRule({ ...rule, tags })}
      />
      <SelectionFields
        label={policy.repositoryField}
        hint={policy.repositoryHint}
        selection={rule.repositories}
        onChange={(repositories) => setRule({ ...rule, repositories })}
      />
      {isComplete && (
        <p className="rule-sentence">
          <RuleText rule={rule} />
        </p>
      )}
      {isComplete && <RulePreview project={project} rule={rule} />}
    </FormDialog>
  );
}
