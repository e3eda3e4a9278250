import { policy as chinese } from "../source/language/zh/policy.ts";
import { policy as english } from "../source/language/en/policy.ts";
import { requestOf, Rule, ruleOf, ruleSentence } from "../source/pages/policy/rules.ts";
import { everything as all, selected, Selection } from "../source/pages/selection/selection.ts";
import { Glob } from "../source/platform/glob.ts";
import { assertEquals } from "./assert.ts";

const patterns: Array<[pattern: string, text: string, isMatch: boolean, reason: string]> = [
  ["v*", "v1.2.0", true, "a star is any text"],
  ["v*", "v", true, "also none"],
  ["v*", "rev1", false, "the pattern is the whole of the text"],
  ["*", "web/front", false, "a star stays in a component"],
  ["**", "web/front/a", true, "two stars cross slashes"],
  ["web/**", "web/front/a", true, "all below"],
  ["web/**", "web", false, "but not itself"],
  ["**/front", "front", true, "two stars may be no component at all"],
  ["**/front", "web/front", true, "or some"],
  ["a**", "a/b", false, "two stars that aren't a whole component are one"],
  ["v?.0", "v1.0", true, "a question mark is one character"],
  ["{web,api}", "api", true, "either"],
  ["{web,api/**}", "api/v1", true, "also with stars"],
  ["{a{b,c},d}x", "acx", true, "braces in braces"],
  ["v[0-9].[^a-z]", "v1.2", true, "classes"],
  ["v[0-9].[!a-z]", "v1.b", false, "a negated class"],
  ["\\*", "*", true, "a backslash takes the meaning away"],
  ["标签-*", "标签-一", true, "any script"],
];
for (const [pattern, text, isMatch, reason] of patterns) {
  Deno.test(`${pattern} and ${text}: ${reason}`, () => assertEquals(Glob.parse(pattern)?.matches(text), isMatch));
}

Deno.test("what is no pattern", () => {
  const wrong = ["", "{a", "a[", "[]", "[z-a]", "a\\", "{{{{{{{{{a}}}}}}}}}"];
  assertEquals(wrong.map((pattern) => Glob.parse(pattern)), wrong.map(() => null));
});

Deno.test("a pattern of many stars takes no time", () => {
  const glob = Glob.parse("*a".repeat(60) + "b");
  const started = performance.now();
  assertEquals(glob?.matches("a".repeat(128)), false);
  assertEquals(performance.now() - started < 1_000, true);
});

const releases: Selection = { kind: "doublestar", pattern: "v*", isExcluding: false };

/** A sentence with its patterns in brackets. */
function sentence(rule: Rule, words: typeof english): string {
  return ruleSentence(rule, words).replaceAll("\u2068", "[").replaceAll("\u2069", "]");
}

Deno.test("rules in words", () => {
  assertEquals(
    sentence({ tags: releases, repositories: all }, english),
    "Tags matching [v*] in all repositories can't be moved or deleted.",
  );
  assertEquals(
    sentence({ tags: all, repositories: { kind: "doublestar", pattern: "tmp/**", isExcluding: true } }, english),
    "All tags in all repositories but those matching [tmp/**] can't be moved or deleted.",
  );
  assertEquals(
    sentence({ tags: releases, repositories: all }, chinese),
    "所有镜像仓库中匹配 [v*] 的标签不可移动或删除。",
  );
});

Deno.test("a rule is read as it was written", () => {
  const rule: Rule = { tags: { kind: "doublestar", pattern: "dev-*", isExcluding: true }, repositories: all };
  const { tag_selectors = [], scope_selectors = {} } = requestOf(rule);
  const written = { id: 1, disabled: false, action: "immutable" as const, template: "immutable_template" as const };
  assertEquals(ruleOf({ ...written, tag_selectors, scope_selectors }), rule);
});

Deno.test("what a selection is about", () => {
  const tags = ["v1", "v2", "latest"];
  assertEquals(selected(tags, releases), ["v1", "v2"]);
  assertEquals(selected(tags, { ...releases, isExcluding: true }), ["latest"]);
  assertEquals(selected(tags, { ...releases, pattern: "{" }), []);
});
