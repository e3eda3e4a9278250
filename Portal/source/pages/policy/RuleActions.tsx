import type { ImmutableRule } from "../../api/schema.ts";
import { Menu } from "../../components/Menu.tsx";
import { useToasts } from "../../components/Toasts.tsx";
import { useQuickChange } from "../../components/useQuickChange.ts";
import { useText } from "../../language/text.ts";
import { setParameters } from "../../platform/location.ts";
import { useResources } from "../../platform/useResource.ts";
import type { May } from "../../session/usePermissions.ts";
import { ruleOf, ruleSentence } from "./rules.ts";
import { rulesPath } from "./rulesPath.ts";

/** What can be done with an immutability rule. */
export function RuleActions({ project, rule, may }: { project: string; rule: ImmutableRule; may: May }) {
  const { policy } = useText();
  const toggle = useSwitching(project, rule);
  const open = (dialog: string) => setParameters({ dialog, rule: String(rule.id) });
  const canUpdate = may("immutable-tag", "update");
  return (
    <Menu
      label={policy.actionsOf(ruleSentence(ruleOf(rule), policy))}
      actions={[
        canUpdate && { label: policy.edit, icon: "pencil", run: () => open("rule") },
        canUpdate && { label: rule.disabled ? policy.switchOn : policy.switchOff, icon: "zap", run: toggle },
        may("immutable-tag", "delete") && {
          label: policy.delete,
          icon: "trash-2",
          isDangerous: true,
          run: () => open("delete-rule"),
        },
      ]}
    />
  );
}

/** Switches a rule on or off and says so, with a way back; or says why it could not. */
function useSwitching(project: string, rule: ImmutableRule): () => void {
  const { policy, common } = useText();
  const { show } = useToasts();
  const cache = useResources();
  const path = rulesPath(project);
  const switchTo = useQuickChange(async (isOff: boolean) => {
    await cache.change(`${path}/${rule.id}`, { method: "PUT", body: { disabled: isOff } }, path);
    const undo = { label: common.undo, run: () => switchTo(!isOff) };
    show(isOff ? policy.switchedOff : policy.switchedOn, undo);
  });
  return () => switchTo(!rule.disabled);
}
