import type { ImmutableRule, ImmutableRuleReq, ImmutableSelector } from "../../api/schema.ts";
import type { Text } from "../../language/text.ts";
import { everyName, everything, Selection, selectionWords, unwritten } from "../selection/selection.ts";

/** What a rule says: these tags, in these repositories, stay as they are. */
export interface Rule {
  tags: Selection;
  repositories: Selection;
}

/** A new rule: tags that are still to be said, in all repositories. */
export const newRule: Rule = { tags: unwritten, repositories: everything };

/** Reads what a rule says. */
export function ruleOf({ tag_selectors, scope_selectors }: ImmutableRule): Rule {
  return { tags: selectionOf(tag_selectors[0]), repositories: selectionOf(scope_selectors.repository?.[0]) };
}

function selectionOf(selector: ImmutableSelector | undefined): Selection {
  const isExcluding = selector?.decoration === "excludes" || selector?.decoration === "repoExcludes";
  return { kind: "doublestar", pattern: selector?.pattern ?? everyName, isExcluding };
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

/** Says what a rule keeps; patterns stand between U+2068 and U+2069, so that they can be told from the words. */
export function ruleSentence({ tags, repositories }: Rule, words: Text["policy"]): string {
  return words.sentence(selectionWords(tags, words.tags), selectionWords(repositories, words.repositories));
}
