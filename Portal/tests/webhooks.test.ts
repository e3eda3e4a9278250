import { supportedGroups } from "../source/pages/webhooks/eventTypes.ts";
import { prettyBody } from "../source/pages/webhooks/prettyBody.ts";
import { templatePlace } from "../source/pages/webhooks/templatePlace.ts";
import { hostOf, isAddress, isComplete } from "../source/pages/webhooks/webhookChecks.ts";
import { changedMembers, draftOf, requestOf } from "../source/pages/webhooks/webhookCoding.ts";
import { isLost, newTarget, newWebhook, TargetDraft, withKind } from "../source/pages/webhooks/webhookDraft.ts";
import { assertEquals } from "./assert.ts";

const address = "https://ci.example.com/hook";
const complete = { ...newWebhook, name: "ci", targets: [{ ...newTarget, address }] };
const saved = {
  id: 1,
  name: "ci",
  description: "",
  project_id: 1,
  targets: [{ type: "http" as const, address, auth_header: "*****", secret: "*****" }],
  event_types: ["PUSH_ARTIFACT" as const],
  creator: "alice",
  creation_time: "2026-01-01T00:00:00Z",
  update_time: "2026-01-01T00:00:00Z",
  enabled: true,
};

/** The first target of the saved webhook with changes. */
function target(changes: Partial<TargetDraft> = {}): TargetDraft {
  const [first = newTarget] = draftOf(saved).targets;
  return { ...first, ...changes };
}

Deno.test("secrets that are kept are sent back masked, others as they were written", () => {
  const sent = (draft: TargetDraft) => {
    const [only] = requestOf({ ...complete, targets: [draft] }).targets;
    return [only?.auth_header, only?.secret];
  };
  assertEquals(sent(target()), ["*****", "*****"]);
  const replaced = { keptFor: null, isKept: false, value: "new" };
  assertEquals(sent(target({ secret: replaced })), ["*****", "new"]);
  assertEquals(sent(target({ authorization: { ...replaced, value: "" } })), ["", "*****"]);
  assertEquals(sent({ ...newTarget, address }), ["", ""]);
});

Deno.test("a secret stays that the registry keeps for a receiver whose form has no field for it", () => {
  for (const type of ["slack", "wecom"] as const) {
    const kept = { ...saved, targets: [{ type, address, auth_header: "*****", secret: "*****" }] };
    const [only] = requestOf(draftOf(kept)).targets;
    assertEquals([only?.auth_header, only?.secret], ["*****", "*****"]);
  }
});

Deno.test("what was typed is forgotten with its field, and what is kept comes back with it", () => {
  const typed = { keptFor: null, isKept: false, value: "Bearer abc" };
  const sent = (draft: TargetDraft) => requestOf({ ...complete, targets: [draft] }).targets[0];
  const slack = withKind({ ...newTarget, address, authorization: typed, secret: typed }, "slack");
  assertEquals([sent(slack)?.auth_header, sent(slack)?.secret], ["", ""]);
  const feishu = withKind({ ...newTarget, address, authorization: typed, secret: typed }, "feishu");
  assertEquals([sent(feishu)?.auth_header, sent(feishu)?.secret], ["", "Bearer abc"]);
  const back = withKind(
    withKind(target({ secret: { ...target().secret, isKept: false, value: "new" } }), "slack"),
    "http",
  );
  assertEquals([sent(back)?.auth_header, sent(back)?.secret], ["*****", "*****"]);
});

Deno.test("only what somebody has changed is sent", () => {
  const before = draftOf(saved);
  const changed = (changes: object) => changedMembers(requestOf(before), requestOf({ ...before, ...changes }));
  assertEquals(changed({}), {});
  assertEquals(changed({ description: "builds", isOn: false }), { description: "builds", enabled: false });
  assertEquals(Object.keys(changed({ targets: [target({ timeout: 5 })] })), ["targets"]);
});

Deno.test("a new address doesn't get an old secret", () => {
  const moved = target({ address: "https://elsewhere.example.com/" });
  assertEquals(isLost(moved.secret, moved), true);
  assertEquals(isComplete({ ...complete, targets: [moved] }), false);
  const same = target({ address: `${address} ` });
  assertEquals(isLost(same.secret, same), false);
});

Deno.test("a chat program gets neither a format nor a secret that it can't take", () => {
  const slack = withKind(target({ format: "CloudEvents" }), "slack");
  assertEquals(slack.format, "Default");
  assertEquals(withKind(target({ format: "Custom" }), "wecom").format, "Custom");
  assertEquals(requestOf({ ...complete, targets: [{ ...newTarget, kind: "slack", address }] }).targets[0]?.secret, "");
});

Deno.test("what a webhook lacks", () => {
  assertEquals(isComplete(complete), true);
  const lacking = [
    { ...complete, name: " " },
    { ...complete, events: [] },
    { ...complete, tags: "{v" },
    { ...complete, targets: [] },
    { ...complete, targets: [{ ...newTarget, address: "ci.example.com" }] },
    { ...complete, targets: [{ ...newTarget, address, timeout: 61 }] },
    { ...complete, targets: [{ ...newTarget, address, attempts: null }] },
    { ...complete, targets: [{ ...newTarget, address, format: "Custom" as const, template: "" }] },
  ];
  assertEquals(lacking.map(isComplete), lacking.map(() => false));
});

const addresses: Array<[text: string, isOne: boolean, reason: string]> = [
  [address, true, "as usual"],
  ["http://[::1]:8080/", true, "a number and a port"],
  ["ftp://example.com/", false, "another scheme"],
  ["https://user:word@example.com/", false, "credentials belong elsewhere"],
  ["https://example.com/#part", false, "a fragment is never sent"],
  ["example.com", false, "no scheme"],
];
for (const [text, isOne, reason] of addresses) {
  Deno.test(`${text} as an address: ${reason}`, () => assertEquals(isAddress(text), isOne));
}

Deno.test("of an address with a key in it only the host is shown", () => {
  assertEquals(hostOf("https://oapi.dingtalk.com/robot/send?access_token=abc"), "oapi.dingtalk.com");
  assertEquals(hostOf("not yet"), "not yet");
});

Deno.test("only events that the registry tells of are offered, in their groups", () => {
  assertEquals(supportedGroups(["QUOTA_EXCEED", "PULL_ARTIFACT", "PUSH_ARTIFACT"]), [
    ["artifacts", ["PUSH_ARTIFACT", "PULL_ARTIFACT"]],
    ["quotas", ["QUOTA_EXCEED"]],
  ]);
});

Deno.test("a wrong template is shown at its place", () => {
  const template = '{\n  "a": {{#tags}}\n}';
  const message = "targets[0].body_template in body line 2, column 8: section is not closed";
  assertEquals(templatePlace(message, template), { line: 2, column: 8, excerpt: '  "a": {{#tags}}\n       ^' });
  assertEquals(templatePlace("targets must be 1 to 20", template), null);
  assertEquals(templatePlace("line 9, column 1", template), null);
});

Deno.test("JSON is laid out, and nothing else is touched", () => {
  assertEquals(prettyBody('{"a":[1]}'), '{\n  "a": [\n    1\n  ]\n}');
  assertEquals(prettyBody("pushed web"), "pushed web");
});
