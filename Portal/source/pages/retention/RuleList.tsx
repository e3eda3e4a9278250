import { ReactNode } from "react";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { Menu } from "../../components/Menu.tsx";
import { Column, Table } from "../../components/Table.tsx";
import { useText } from "../../language/text.ts";
import { setParameters } from "../../platform/location.ts";
import { mostRules } from "./retentionPolicy.ts";
import { moved, RetentionRule } from "./retentionRule.ts";
import { RuleText } from "./RuleText.tsx";
import { RetentionDraft } from "./useRetentionDraft.ts";

/** The rules of a policy as sentences, in their order; the children are what can be done with all of them. */
export function RuleList({ draft, canEdit, children }: {
  draft: RetentionDraft;
  canEdit: boolean;
  children: ReactNode;
}) {
  const { retention } = useText();
  const { rules } = draft.policy;
  const columns = useColumns(draft, canEdit);
  return (
    <section className="stack" aria-labelledby="retention-rules">
      <div className="row row-between">
        <div>
          <h2 id="retention-rules">{retention.rules}</h2>
          <p className="soft">{retention.intro}</p>
        </div>
        <div className="row">
          {canEdit && rules.length < mostRules && (
            <Button
              icon="plus"
              onClick={() => setParameters({ dialog: "new-rule" })}
            >
              {retention.addRule}
            </Button>
          )}
          {children}
        </div>
      </div>
      {rules.length === 0
        ? <p className="card soft">{retention.noRules}</p>
        : <Table label={retention.rules} rows={rules} columns={columns} rowKey={(rule) => rules.indexOf(rule)} />}
    </section>
  );
}

function useColumns(draft: RetentionDraft, canEdit: boolean): Array<Column<RetentionRule> | false> {
  const { retention, common } = useText();
  const { rules } = draft.policy;
  return [
    {
      label: retention.rule,
      kind: "name",
      render: (rule) => (
        <span className={rule.isOff ? "retention-rule soft" : "retention-rule"}>
          <span className="retention-number" aria-hidden="true">{rules.indexOf(rule) + 1}</span>
          <RuleText rule={rule} level={draft.policy.level} />
        </span>
      ),
    },
    {
      label: retention.state,
      kind: "tight",
      render: ({ isOff }) => isOff ? <Badge>{common.off}</Badge> : <Badge kind="success">{common.on}</Badge>,
    },
    canEdit && {
      label: common.actions,
      kind: "actions",
      render: (rule) => <RuleMenu draft={draft} index={rules.indexOf(rule)} rule={rule} />,
    },
  ];
}

function RuleMenu({ draft, index, rule }: { draft: RetentionDraft; index: number; rule: RetentionRule }) {
  const { retention } = useText();
  const { rules } = draft.policy;
  const set = (changed: RetentionRule[]) => draft.set({ rules: changed });
  const number = index + 1;
  return (
    <Menu
      label={retention.actionsOf(number)}
      actions={[
        {
          label: retention.edit,
          icon: "pencil",
          run: () => setParameters({ dialog: "rule", rule: String(number) }),
        },
        index > 0 && { label: retention.moveUp, icon: "arrow-up", run: () => set(moved(rules, index, -1)) },
        number < rules.length && {
          label: retention.moveDown,
          icon: "arrow-down",
          run: () => set(moved(rules, index, 1)),
        },
        {
          label: rule.isOff ? retention.switchOn : retention.switchOff,
          icon: "zap",
          run: () => set(rules.map((each, place) => place === index ? { ...each, isOff: !each.isOff } : each)),
        },
        {
          label: retention.removeRule,
          icon: "trash-2",
          isDangerous: true,
          run: () => set(rules.filter((_, place) => place !== index)),
        },
      ]}
    />
  );
}
