import { ReactNode } from "react";
import { useText } from "../language/text.ts";
import { Button } from "./Button.tsx";
import { Icon, IconName } from "./Icon.tsx";

/** Stands for a list without elements: what would be here, and what to do next. */
export function EmptyState({ icon, title, hint, children }: {
  icon: IconName;
  title: string;
  hint?: ReactNode;
  /** What to do next: a button, a command. */
  children?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={icon} size={28} />
      <h2>{title}</h2>
      {hint && <p className="empty-hint">{hint}</p>}
      {children && <div className="empty-action">{children}</div>}
    </div>
  );
}

/** Stands for a list whose filter nothing matches. */
export function NothingMatches({ onClear }: { onClear: () => void }) {
  const { common } = useText();
  return (
    <EmptyState icon="search" title={common.nothingMatches} hint={common.nothingMatchesHint}>
      <Button onClick={onClear}>{common.clearFilter}</Button>
    </EmptyState>
  );
}
