import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useText } from "../../language/text.ts";
import { setParameters } from "../../platform/location.ts";
import { starts } from "./retentionPolicy.ts";
import { RetentionRule } from "./retentionRule.ts";
import { RuleText } from "./RuleText.tsx";
import { RetentionDraft } from "./useRetentionDraft.ts";

/** Stands for a project without a policy: what retention does, and policies to start with. */
export function StartingPolicies({ draft, canEdit }: { draft: RetentionDraft; canEdit: boolean }) {
  const { retention } = useText();
  if (!canEdit) {
    return <EmptyState icon="archive-restore" title={retention.emptyTitle} hint={retention.emptyReadOnly} />;
  }
  return (
    <section className="stack" aria-label={retention.title}>
      <EmptyState icon="archive-restore" title={retention.emptyTitle} hint={retention.emptyHint}>
        <Button icon="plus" onClick={() => setParameters({ dialog: "new-rule" })}>{retention.ownRule}</Button>
      </EmptyState>
      <p className="soft">{retention.startWith}</p>
      <ul className="tiles">
        {(Object.keys(starts) as Array<keyof typeof starts>).map((name) => (
          <StartCard
            key={name}
            title={retention.starts[name]}
            rules={starts[name]}
            use={() => draft.set({ rules: starts[name] })}
          />
        ))}
      </ul>
    </section>
  );
}

function StartCard({ title, rules, use }: { title: string; rules: RetentionRule[]; use: () => void }) {
  const { retention } = useText();
  return (
    <li className="card retention-start">
      <h3>{title}</h3>
      {rules.map((rule, index) => (
        <p key={index}>
          <RuleText rule={rule} level="artifact" />
        </p>
      ))}
      <Button onClick={use} aria-label={`${retention.use}: ${title}`}>{retention.use}</Button>
    </li>
  );
}
