import type { ImmutableRule } from "../../api/schema.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ResourceView } from "../../components/ResourceView.tsx";
import { Column, Table } from "../../components/Table.tsx";
import { useText } from "../../language/text.ts";
import { setParameters, useParameters } from "../../platform/location.ts";
import { useResource } from "../../platform/useResource.ts";
import type { May } from "../../session/usePermissions.ts";
import { DeleteRuleDialog } from "./DeleteRuleDialog.tsx";
import { RuleActions } from "./RuleActions.tsx";
import { RuleDialog } from "./RuleDialog.tsx";
import { ruleOf } from "./rules.ts";
import { RuleText } from "./RuleText.tsx";
import { rulesPath } from "./rulesPath.ts";

/** The immutability rules of a project: all of them, the registry takes 50 at most. */
export function RuleList({ project, may }: { project: string; may: May }) {
  const { policy } = useText();
  const rules = useResource<ImmutableRule[]>(`${rulesPath(project)}?page_size=100`);
  const columns = useColumns(project, may);
  const add = may("immutable-tag", "create") && (
    <Button
      icon="plus"
      onClick={() => setParameters({ dialog: "new-rule" })}
    >
      {policy.add}
    </Button>
  );
  return (
    <section className="stack" aria-labelledby="rules">
      <div className="row row-between">
        <div>
          <h2 id="rules">{policy.rules}</h2>
          <p className="soft">{policy.rulesHint}</p>
        </div>
        {rules.value && rules.value.length > 0 && add}
      </div>
      <ResourceView resource={rules}>
        {(list) =>
          list.length > 0
            ? <Table label={policy.rules} rows={list} columns={columns} rowKey={(rule) => rule.id} />
            : <EmptyState icon="lock" title={policy.emptyTitle} hint={policy.emptyHint}>{add}</EmptyState>}
      </ResourceView>
      <RuleDialogs project={project} may={may} rules={rules.value ?? []} />
    </section>
  );
}

function useColumns(project: string, may: May): Array<Column<ImmutableRule>> {
  const { policy, common } = useText();
  return [
    {
      label: policy.rule,
      kind: "name",
      render: (rule) => (
        <span className={rule.disabled ? "soft" : undefined}>
          <RuleText rule={ruleOf(rule)} />
        </span>
      ),
    },
    {
      label: policy.state,
      kind: "tight",
      render: ({ disabled }) => disabled ? <Badge>{common.off}</Badge> : <Badge kind="success">{common.on}</Badge>,
    },
    {
      label: common.actions,
      kind: "actions",
      render: (rule) => <RuleActions project={project} rule={rule} may={may} />,
    },
  ];
}

/** Shows the dialog that the page's address names. */
function RuleDialogs({ project, may, rules }: { project: string; may: May; rules: ImmutableRule[] }) {
  const parameters = useParameters();
  const dialog = parameters.get("dialog");
  const rule = rules.find(({ id }) => String(id) === parameters.get("rule"));
  const close = () => setParameters({ dialog: null, rule: null }, { replace: true });
  if (dialog === "new-rule" && may("immutable-tag", "create")) {
    return <RuleDialog project={project} edited={null} onClose={close} />;
  }
  if (!rule) return null;
  if (dialog === "rule" && may("immutable-tag", "update")) {
    return <RuleDialog project={project} edited={rule} onClose={close} />;
  }
  if (dialog === "delete-rule" && may("immutable-tag", "delete")) {
    return <DeleteRuleDialog project={project} rule={rule} onClose={close} />;
  }
  return null;
}
