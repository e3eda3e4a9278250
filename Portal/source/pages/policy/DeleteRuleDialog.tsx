import type { ImmutableRule } from "../../api/schema.ts";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useQuickChange } from "../../components/useQuickChange.ts";
import { useText } from "../../language/text.ts";
import { useChange } from "../../platform/useChange.ts";
import { useResources } from "../../platform/useResource.ts";
import { requestOf, ruleOf } from "./rules.ts";
import { RuleText } from "./RuleText.tsx";
import { rulesPath } from "./rulesPath.ts";

/** Deletes an immutability rule; undoing makes it again. */
export function DeleteRuleDialog({ project, rule, onClose }: {
  project: string;
  rule: ImmutableRule;
  onClose: () => void;
}) {
  const { policy, common } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const path = rulesPath(project);
  const restore = useQuickChange(async () => {
    const body = { ...requestOf(ruleOf(rule)), disabled: rule.disabled };
    await cache.change(path, { method: "POST", body }, path);
    show(policy.added);
  });
  const change = useChange(async () => {
    await cache.change(`${path}/${rule.id}`, { method: "DELETE" }, path);
    show(policy.deleted, { label: common.undo, run: restore });
  });
  return (
    <ConfirmDialog title={policy.deleteTitle} submit={policy.deleteSubmit} change={change} onClose={onClose}>
      <p className="rule-sentence">
        <RuleText rule={ruleOf(rule)} />
      </p>
      <p>{policy.deleteHint}</p>
    </ConfirmDialog>
  );
}
