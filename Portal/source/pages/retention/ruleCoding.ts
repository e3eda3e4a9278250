import type { RetentionRule as SentRule, RetentionSelector } from "../../api/schema.ts";
import { everything, Selection } from "../selection/selection.ts";
import { Condition, RetentionRule, Template, templates, usualCondition } from "./retentionRule.ts";

/** Reads a rule as the API has it. */
export function ruleOf(sent: SentRule): RetentionRule {
  const isSimple = sent.template !== "anyOf" && sent.template !== "allOf";
  const conditions = isSimple ? [{ template: sent.template, params: sent.params }] : sent.conditions ?? [];
  return {
    conditions: conditions.map(conditionOf),
    needsAll: sent.template === "allOf",
    repositories: selectionsOf(sent.scope_selectors.repository),
    tags: selectionsOf(sent.tag_selectors),
    includesUntagged: sent.tag_selectors.every(includesUntagged),
    isOff: sent.disabled === true,
  };
}

/** Writes a rule as the API wants it; rules are numbered from 1. */
export function sentRule(rule: RetentionRule, number: number): SentRule {
  const extras = JSON.stringify({ untagged: rule.includesUntagged });
  return {
    id: number,
    priority: number,
    disabled: rule.isOff,
    action: "retain",
    ...sentConditions(rule),
    tag_selectors: rule.tags.map((selection) => ({
      kind: selection.kind,
      decoration: selection.isExcluding ? "excludes" : "matches",
      pattern: selection.pattern,
      extras,
    })),
    scope_selectors: {
      repository: rule.repositories.map((selection) => ({
        kind: selection.kind,
        decoration: selection.isExcluding ? "repoExcludes" : "repoMatches",
        pattern: selection.pattern,
      })),
    },
  };
}

function sentConditions({ conditions, needsAll }: RetentionRule): Pick<SentRule, "template" | "params" | "conditions"> {
  const sent = conditions.map(({ template, number }) => ({
    template,
    params: templates[template] === null ? {} : { [template]: number ?? 0 },
  }));
  const [only, ...more] = sent;
  if (only && more.length === 0) return only;
  return { template: needsAll ? "allOf" : "anyOf", conditions: sent };
}

function conditionOf({ template: word, params }: Pick<SentRule, "template" | "params">): Condition {
  const template = (Object.keys(templates) as Template[]).find((each) => each === word) ?? "always";
  const usual = usualCondition(template);
  return { template, number: templates[template] === null ? null : params?.[template] ?? usual.number };
}

function selectionsOf(selectors: RetentionSelector[] | undefined): Selection[] {
  if (!selectors || selectors.length === 0) return [everything];
  return selectors.map(({ kind, pattern, decoration }) => ({
    kind: kind ?? "doublestar",
    pattern,
    isExcluding: decoration === "excludes" || decoration === "repoExcludes",
  }));
}

/** What a tag selector says beside its pattern is JSON in a string; without it, artifacts without a tag are meant too. */
function includesUntagged({ extras }: RetentionSelector): boolean {
  try {
    const said: unknown = JSON.parse(extras || "{}");
    return !(typeof said === "object" && said !== null && "untagged" in said && said.untagged === false);
  } catch {
    return true;
  }
}
