import type { ImmutableRule, ImmutableRuleReq, ImmutableSelector } from "../../api/schema.ts";
import { Glob } from "../../platform/glob.ts";
import type { Text } from "../../language/text.ts";

/** Which names a rule is about: those that a pattern matches, or all others. */
export interface Selection {
  pattern: string;
  isExcluding: boolean;
}

/** What a rule says: these tags, in these repositories, stay as they are. */
export interface Rule {
  tags: Selection;
  repositories: Selection;
}

/** The pattern that every name matches. */
export const everyName = "**";

/** The longest pattern that the registry takes, in bytes. */
const longest = 255;

/** A new rule: tags that are still to be said, in all repositories. */
export const newRule: Rule = {
  tags: { pattern: "", isExcluding: false },
  repositories: { pattern: everyName, isExcluding: false },
};

/** Reads what a rule says. */
export function ruleOf({ tag_selectors, scope_selectors }: ImmutableRule): Rule {
  return { tags: selectionOf(tag_selectors[0]), repositories: selectionOf(scope_selectors.repository?.[0]) };
}

function selectionOf(selector: ImmutableSelector | undefined): Selection {
  const isExcluding = selector?.decoration === "excludes" || selector?.decoration === "repoExcludes";
  return { pattern: selector?.pattern ?? everyName, isExcluding };
}

/** Writes what a rule says as the API wants it. */
export function requestOf({ tags, repositories }: Rule): ImmutableRuleReq {
  return {
    action: "immutable",
    template: "immutable_template",
    tag_selectors: [
      { kind: "doublestar", decoration: tags.isExcluding ? "excludes" : "matches", pattern: tags.pattern },
    ],
    scope_selectors: {
      repository: [{
        kind: "doublestar",
        decoration: repositories.isExcluding ? "repoExcludes" : "repoMatches",
        pattern: repositories.pattern,
      }],
    },
  };
}

/** Whether the registry takes a pattern. */
export function isPattern(pattern: string): boolean {
  return new TextEncoder().encode(pattern).length <= longest && Glob.parse(pattern) !== null;
}

/** The names that a selection is about. */
export function selected(names: string[], { pattern, isExcluding }: Selection): string[] {
  const glob = Glob.parse(pattern);
  return glob ? names.filter((name) => glob.matches(name) !== isExcluding) : [];
}

/** Says what a rule keeps; patterns stand between U+2068 and U+2069, so that they can be told from the words. */
export function ruleSentence({ tags, repositories }: Rule, words: Text["policy"]): string {
  return words.sentence(selectionWords(tags, words.tags), selectionWords(repositories, words.repositories));
}

function selectionWords({ pattern, isExcluding }: Selection, words: Text["policy"]["tags"]): string {
  if (pattern === everyName && !isExcluding) return words.all;
  const marked = `\u2068${pattern}\u2069`;
  return isExcluding ? words.excluding(marked) : words.matching(marked);
}
