import type { RetentionCandidate } from "../source/api/schema.ts";
import { retention as chinese } from "../source/language/zh/retention.ts";
import { retention as english } from "../source/language/en/retention.ts";
import { decisionFilter, reasonWords, totalOf } from "../source/pages/retention/decisions.ts";
import { draftOf, isSame, policyID, requestOf, starts } from "../source/pages/retention/retentionPolicy.ts";
import {
  isComplete,
  isWhole,
  Level,
  moved,
  newRule,
  RetentionRule,
  ruleSentence,
  usualCondition,
} from "../source/pages/retention/retentionRule.ts";
import { ruleOf, sentRule } from "../source/pages/retention/ruleCoding.ts";
import { everything } from "../source/pages/selection/selection.ts";
import { assertEquals } from "./assert.ts";

const releases = { ...everything, pattern: "v*" };
const numbers = { ...everything, kind: "regex" as const, pattern: "\\d+", isExcluding: true };
const both: RetentionRule = {
  ...newRule,
  conditions: [{ template: "latestPushedK", number: 10 }, { template: "nDaysSinceLastPush", number: 1 }],
};

const sentences: Array<[rule: RetentionRule, level: Level, english: string, chinese: string]> = [
  [
    newRule,
    "artifact",
    "Keep the 10 most recently pushed artifacts in each repository.",
    "每个镜像仓库中，保留最近推送的 10 个制品。",
  ],
  [
    { ...newRule, includesUntagged: false },
    "artifact",
    "Keep the 10 most recently pushed artifacts with a tag in each repository.",
    "每个镜像仓库中，保留最近推送的 10 个带有标签的制品。",
  ],
  [
    { ...newRule, tags: [releases], repositories: [{ ...everything, pattern: "web/**" }] },
    "tag",
    "Keep the 10 most recently pushed tags matching [v*] in each repository matching [web/**].",
    "每个匹配 [web/**] 的镜像仓库中，保留最近推送的 10 个匹配 [v*] 的标签。",
  ],
  [
    { ...newRule, tags: [releases, numbers] },
    "tag",
    "Keep the 10 most recently pushed tags matching [v*] and tags not matching [/\\d+/] in each repository.",
    "每个镜像仓库中，保留最近推送的 10 个匹配 [v*] 的标签且不匹配 [/\\d+/] 的标签。",
  ],
  [
    { ...both, tags: [releases] },
    "artifact",
    "Keep the artifacts with a tag matching [v*] or without one that are among the 10 most recently pushed or were " +
    "pushed within the last day, in each repository.",
    "每个镜像仓库中，保留属于最近推送的 10 个或最近 1 天内推送过的带有匹配 [v*] 的标签的制品（含无标签的）。",
  ],
  [
    { ...both, needsAll: true },
    "artifact",
    "Keep the artifacts that are among the 10 most recently pushed and were pushed within the last day, in each repository.",
    "每个镜像仓库中，保留属于最近推送的 10 个且最近 1 天内推送过的制品。",
  ],
];
for (const [rule, level, inEnglish, inChinese] of sentences) {
  Deno.test(`a rule in words: ${inEnglish}`, () => {
    const say = (words: typeof english) =>
      ruleSentence(rule, level, words).replaceAll("\u2068", "[").replaceAll("\u2069", "]");
    assertEquals([say(english), say(chinese)], [inEnglish, inChinese]);
  });
}

Deno.test("a rule is read as it was written", () => {
  const rules: RetentionRule[] = [
    newRule,
    both,
    { ...both, needsAll: true, isOff: true },
    { ...newRule, conditions: [{ template: "always", number: null }], includesUntagged: false },
    { ...newRule, tags: [releases, numbers], repositories: [numbers] },
  ];
  assertEquals(rules.map((rule) => ruleOf(sentRule(rule, 1))), rules);
});

Deno.test("rules are numbered, and numbers stand under their template's name", () => {
  const { id, template, params, tag_selectors: [tags] } = sentRule(newRule, 3);
  assertEquals({ id, template, params, extras: tags?.extras }, {
    id: 3,
    template: "latestPushedK",
    params: { latestPushedK: 10 },
    extras: '{"untagged":true}',
  });
  assertEquals(sentRule(both, 1).template, "anyOf");
});

Deno.test("what Harbor's clients leave out is what the registry takes it for", () => {
  const rule = ruleOf({
    template: "nDaysSinceLastPull",
    tag_selectors: [{ decoration: "excludes", pattern: "dev-*" }],
    scope_selectors: {},
  });
  assertEquals(rule, {
    conditions: [{ template: "nDaysSinceLastPull", number: 30 }],
    needsAll: false,
    repositories: [everything],
    tags: [{ kind: "doublestar", pattern: "dev-*", isExcluding: true }],
    includesUntagged: true,
    isOff: false,
  });
  const broken = ruleOf({
    template: "always",
    tag_selectors: [{ decoration: "matches", pattern: "**", extras: "{" }],
    scope_selectors: {},
  });
  assertEquals(broken.includesUntagged, true);
});

Deno.test("what a rule lacks", () => {
  const number = (value: number | null) => isWhole({ template: "latestPushedK", number: value });
  assertEquals([0, 32_766, 32_767, -1, 1.5, null].map(number), [true, true, false, false, false, false]);
  assertEquals(isWhole({ template: "always", number: null }), true);
  assertEquals(isComplete(newRule), true);
  assertEquals(isComplete({ ...newRule, tags: [{ ...everything, pattern: "{v" }] }), false);
  assertEquals(isComplete({ ...newRule, conditions: [] }), false);
  assertEquals(usualCondition("nDaysSinceLastPush"), { template: "nDaysSinceLastPush", number: 30 });
});

Deno.test("rules change places, but not beyond the ends", () => {
  assertEquals(moved(["a", "b", "c"], 0, 1), ["b", "a", "c"]);
  assertEquals(moved(["a", "b", "c"], 2, -1), ["a", "c", "b"]);
  assertEquals(moved(["a", "b"], 0, -1), ["a", "b"]);
  assertEquals(moved(["a", "b"], 1, 1), ["a", "b"]);
});

Deno.test("every policy to start with is one that can be saved", () => {
  assertEquals(Object.values(starts).flat().every(isComplete), true);
});

Deno.test("a draft differs as soon as what would be sent differs", () => {
  const draft = draftOf(null);
  assertEquals(isSame(draft, { ...draft, timing: { ...draft.timing, cron: "0 0 1 * * *" } }), true);
  assertEquals(isSame(draft, { ...draft, timing: { ...draft.timing, kind: "Daily" } }), false);
  assertEquals(isSame(draft, { ...draft, timing: { ...draft.timing, catchesUp: false } }), true);
  const daily = requestOf({ ...draft, timing: { ...draft.timing, kind: "Daily", catchesUp: false } }, 7);
  assertEquals(daily.scope.ref, 7);
  assertEquals(daily.trigger?.settings, { cron: "0 0 0 * * *", catch_up: false });
});

Deno.test("a project's policy", () => {
  const project = (metadata: Record<string, string>) => ({ metadata: { public: "true", ...metadata } });
  const ids = [project({ retention_id: "12" }), project({ retention_id: "" }), project({})];
  assertEquals(ids.map((each) => policyID(each as never)), [12, null, null]);
});

Deno.test("why something stays or goes", () => {
  const candidate: RetentionCandidate = {
    digest: "sha256:1",
    tags: [],
    tag_count: 0,
    labels: [],
    push_time: "2026-01-01T00:00:00Z",
    decision: "RETAIN",
    reason_code: "RULE",
    reason: "",
    rule_id: 2,
    template: "latestPushedK",
  };
  const say = (changes: Partial<RetentionCandidate>) => reasonWords({ ...candidate, ...changes }, english);
  assertEquals(say({}), "Rule 2: among the most recently pushed");
  assertEquals(say({ template: "anyOf" }), "Rule 2: its conditions hold");
  assertEquals(say({ decision: "DEL", reason_code: "NOT_KEPT" }), "No rule keeps it");
  assertEquals(["DEL", "", "deleted"].map(decisionFilter), ["DEL", "", ""]);
});

Deno.test("repositories are added up", () => {
  const counts = [{ repository: "a", total: 5, deleted: 2 }, { repository: "b", total: 1, deleted: 0 }];
  assertEquals(totalOf(counts), { total: 6, deleted: 2 });
});
