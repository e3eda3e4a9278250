import { makeFormat } from "../source/language/format.ts";
import { robots as chinese } from "../source/language/zh/robots.ts";
import { robots as english } from "../source/language/en/robots.ts";
import { entriesOf, rightsOf, withPattern } from "../source/pages/robots/grants.ts";
import {
  groupPermissions,
  permissionOf,
  presetOf,
  presetPermissions,
} from "../source/pages/robots/permissionGroups.ts";
import { rightsWords } from "../source/pages/robots/rightsWords.ts";
import { nameParts, robotConditions } from "../source/pages/robots/robotPlace.ts";
import { isRobotName } from "../source/pages/robots/robotDraft.ts";
import { expiryWords, robotState } from "../source/pages/robots/robotState.ts";
import { assertEquals } from "./assert.ts";

const now = new Date("2026-05-01T12:00:00Z");
const seconds = now.getTime() / 1000;
const day = 86_400;

const ends: Array<[expiresAt: number, english: string, chinese: string]> = [
  [-1, "Never", "永不过期"],
  [seconds + 30 * day - 5, "in 30 days", "30 天后"],
  [seconds + day / 2, "in 12 hours", "12小时后"],
  [seconds + 365 * day, "May 1, 2027", "2027年5月1日"],
  [seconds - 2 * day, "2 days ago", "前天"],
];
for (const [expiresAt, inEnglish, inChinese] of ends) {
  Deno.test(`a robot account that ends ${inEnglish}`, () => {
    assertEquals(expiryWords(expiresAt, english, makeFormat("en"), now), inEnglish);
    assertEquals(expiryWords(expiresAt, chinese, makeFormat("zh-CN"), now), inChinese);
  });
}

Deno.test("an expired account is expired even if it is off, and ending soon matters only while it is on", () => {
  const state = (disable: boolean, expires_at: number, expires_soon: boolean) =>
    robotState({ disable, expires_at, expires_soon }, now);
  assertEquals(
    [
      state(true, seconds - 1, false),
      state(true, seconds + 9, true),
      state(false, seconds + 9, true),
      state(false, -1, false),
    ],
    ["expired", "off", "expiresSoon", "on"],
  );
});

const available = ["repository:pull", "repository:push", "tag:delete", "member:list", "something-new:read"] as const;
const permissions = available.map(permissionOf);

Deno.test("permissions are grouped by resource within areas, unknown resources too", () => {
  assertEquals(groupPermissions(permissions), [
    {
      area: "content",
      groups: [{ resource: "repository", actions: ["pull", "push"] }, { resource: "tag", actions: ["delete"] }],
    },
    { area: "people", groups: [{ resource: "member", actions: ["list"] }] },
    { area: "registry", groups: [{ resource: "something-new", actions: ["read"] }] },
  ]);
});

Deno.test("presets are found again, other choices have no name", () => {
  assertEquals(presetOf(presetPermissions("pullPush", permissions), permissions), "pullPush");
  assertEquals(presetOf(presetPermissions("everything", permissions), permissions), "everything");
  assertEquals(presetOf(new Set(["repository:push"]), permissions), null);
});

Deno.test("projects with the same rights are one grant and are written apart again", () => {
  const access = [{ resource: "repository", action: "pull" }];
  const entries = [
    { kind: "system" as const, namespace: "/", access: [{ resource: "quota", action: "read" }] },
    { kind: "project" as const, namespace: "a", access },
    { kind: "project" as const, namespace: "b", access },
    { kind: "project" as const, namespace: "c", access, repository_pattern: "web/**" },
  ];
  const rights = rightsOf(entries);
  assertEquals(rights.grants.map((grant) => [grant.namespaces, grant.pattern]), [[["a", "b"], ""], [["c"], "web/**"]]);
  assertEquals(entriesOf(rights).map((entry) => [entry.namespace, entry.repository_pattern ?? ""]), [
    ["/", ""],
    ["a", ""],
    ["b", ""],
    ["c", "web/**"],
  ]);
});

Deno.test("limiting to repositories drops what is about the project, and lifting it gives everything back", () => {
  const everything = { namespaces: ["a"], pattern: "", permissions: presetPermissions("everything", permissions) };
  const limited = withPattern(everything, "web/**", permissions);
  assertEquals([...limited.permissions], ["repository:pull", "repository:push", "tag:delete"]);
  assertEquals([...withPattern(limited, "", permissions).permissions], available);
});

Deno.test("rights in words", () => {
  const rights = rightsOf([
    { kind: "project", namespace: "*", access: permissions.slice(0, 3) },
    { kind: "project", namespace: "a", access: permissions.slice(3, 4), repository_pattern: "web/**" },
    { kind: "system", namespace: "/", access: [{ resource: "quota", action: "read" }] },
  ]);
  assertEquals(rightsWords(rights, false, english), [
    { what: "Pull and push, 1 more", where: "all projects" },
    { what: "1 permission", where: "a: web/**" },
    { what: "1 permission", where: "outside of projects" },
  ]);
});

Deno.test("the list of a place, and of a state within whole minutes", () => {
  assertEquals(robotConditions(null, "", 0), ["Level=system"]);
  assertEquals(robotConditions(null, "expired", 125_000), ["Level=system", "expires_at=[1~120]"]);
});

Deno.test("names", () => {
  assertEquals(["ci", "ci-2.x", "Ci", "-ci", "a..b", ""].map(isRobotName), [true, true, false, false, false, false]);
  assertEquals(nameParts("robot$monitoring", null), ["robot$", "monitoring"]);
});
