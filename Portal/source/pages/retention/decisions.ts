import type { RetentionCandidate } from "../../api/schema.ts";
import type { BadgeKind } from "../../components/Badge.tsx";
import type { IconName } from "../../components/Icon.tsx";
import type { Text } from "../../language/text.ts";
import { Template, templates } from "./retentionRule.ts";

/** What becomes of a candidate, in the words of the API. */
export type Decision = RetentionCandidate["decision"];

/** All decisions, in the order in which they are offered as filters. */
export const decisions: Decision[] = ["DEL", "RETAIN", "IMMUTABLE"];

/** How a decision is marked. */
export const marks: Record<Decision, { icon: IconName; kind: BadgeKind }> = {
  RETAIN: { icon: "check", kind: "success" },
  DEL: { icon: "trash-2", kind: "danger" },
  IMMUTABLE: { icon: "lock", kind: "warning" },
};

/** A filter by decision, as the page's address has it; empty for none. */
export function decisionFilter(text: string): Decision | "" {
  return decisions.find((each) => each === text) ?? "";
}

/** Says why a candidate stays or goes. */
export function reasonWords(candidate: RetentionCandidate, words: Text["retention"]): string {
  const { reason_code: code, rule_id: rule, template } = candidate;
  if (code !== "RULE") return words.reasons[code];
  const known = (Object.keys(templates) as Template[]).find((each) => each === template);
  const name = known ? words.because[known] : words.becauseOfSeveral;
  return rule === undefined ? name : words.ruleKeeps(rule, name);
}

/** How many candidates of a repository stay and go. */
export interface RepositoryCount {
  /** Without its project. */
  repository: string;
  total: number;
  deleted: number;
}

/** Adds up repositories. */
export function totalOf(counts: RepositoryCount[]): { total: number; deleted: number } {
  return counts.reduce(
    (sum, { total, deleted }) => ({ total: sum.total + total, deleted: sum.deleted + deleted }),
    { total: 0, deleted: 0 },
  );
}
