import type { Text } from "../../language/text.ts";
import { everything, isEverything, isPattern, Selection, selectionWords } from "../selection/selection.ts";

/** What a condition keeps, in the words of the API, and which number it needs. */
export const templates = {
  latestPushedK: "count",
  latestPulledN: "count",
  latestActiveK: "count",
  nDaysSinceLastPush: "days",
  nDaysSinceLastPull: "days",
  lastXDays: "days",
  always: null,
  nothing: null,
} as const;

/** One of `templates`. */
export type Template = keyof typeof templates;

/** Something that is looked at: one of the newest, young enough. */
export interface Condition {
  template: Template;
  /** How many, or how many days; null while the field is empty. Means nothing where the template needs no number. */
  number: number | null;
}

/** What a policy looks at and keeps as one, in the words of the API: an artifact with all its tags, or each tag by itself. */
export type Level = "artifact" | "tag";

/** A rule of retention: what, in which repositories, stays. What no rule keeps goes. */
export interface RetentionRule {
  /** One to five. */
  conditions: Condition[];
  /** Whether all conditions have to hold, or any of them. */
  needsAll: boolean;
  /** A repository has to be in all of them. */
  repositories: Selection[];
  /** A tag has to be in all of them. */
  tags: Selection[];
  /** Whether artifacts without a tag are meant too. */
  includesUntagged: boolean;
  isOff: boolean;
}

/** The most conditions of a rule. */
export const mostConditions = 5;

/** A new rule: the ten newest of each repository. */
export const newRule: RetentionRule = {
  conditions: [{ template: "latestPushedK", number: 10 }],
  needsAll: false,
  repositories: [everything],
  tags: [everything],
  includesUntagged: true,
  isOff: false,
};

/** The largest numbers that the registry takes. */
const largest = { count: 32_766, days: 36_500 };
/** The numbers that a form begins with. */
const usual = { count: 10, days: 30 };

/** The largest number of a template; null if it needs none. */
export function largestNumber(template: Template): number | null {
  const unit = templates[template];
  return unit && largest[unit];
}

/** Makes a condition with the usual number of its template. */
export function usualCondition(template: Template): Condition {
  const unit = templates[template];
  return { template, number: unit && usual[unit] };
}

/** Whether a condition has a number that the registry takes, if it needs one. */
export function isWhole({ template, number }: Condition): boolean {
  const most = largestNumber(template);
  return most === null || (number !== null && Number.isInteger(number) && number >= 0 && number <= most);
}

/** Whether everything that a rule needs is there. */
export function isComplete({ conditions, repositories, tags }: RetentionRule): boolean {
  return conditions.length > 0 && conditions.every(isWhole) && [...repositories, ...tags].every(isPattern);
}

/** Moves an element of a list up (-1) or down (1); the list itself stays as it is. */
export function moved<Element>(list: Element[], index: number, step: -1 | 1): Element[] {
  const target = index + step;
  const element = list[index];
  if (element === undefined || target < 0 || target >= list.length) return list;
  const rest = list.filter((_, each) => each !== index);
  return [...rest.slice(0, target), element, ...rest.slice(target)];
}

/** A list with one element replaced; the list itself stays as it is. */
export function replaced<Element>(list: Element[], index: number, element: Element): Element[] {
  return list.map((each, place) => place === index ? element : each);
}

/** Says what a rule keeps; patterns stand between U+2068 and U+2069, so that they can be told from the words. */
export function ruleSentence(rule: RetentionRule, level: Level, words: Text["retention"]): string {
  const what = keptWords(rule, level, words);
  const where = rule.repositories.map((selection) => selectionWords(selection, words.where)).join(words.and);
  const [first, ...more] = rule.conditions;
  if (first && more.length === 0) {
    return words.sentence(words.sentences[first.template](what, first.number ?? 0), where);
  }
  const conditions = rule.conditions.map(({ template, number }) => words.conditions[template](number ?? 0));
  return words.sentence(words.severalConditions(what, conditions.join(rule.needsAll ? words.and : words.or)), where);
}

function keptWords({ tags, includesUntagged }: RetentionRule, level: Level, words: Text["retention"]): string {
  const named = tags.map((selection) => selectionWords(selection, words.what[level])).join(words.and);
  if (level === "tag") return named;
  if (tags.every(isEverything)) return includesUntagged ? named : words.onlyTagged;
  return includesUntagged ? words.withUntagged(named) : named;
}
