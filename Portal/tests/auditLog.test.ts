import type { AuditLogExt } from "../source/api/schema.ts";
import { auditLog as english } from "../source/language/en/auditLog.ts";
import { auditLog as chinese } from "../source/language/zh/auditLog.ts";
import { operationsOf, readEvents, typesOf } from "../source/pages/auditLog/auditEvents.ts";
import { auditConditions, auditParameters, everything, readAuditFilter } from "../source/pages/auditLog/auditFilter.ts";
import { eventWords, repetitions } from "../source/pages/auditLog/auditWords.ts";
import { resourceLink } from "../source/pages/auditLog/resourceLink.ts";
import { assertEquals } from "./assert.ts";

const now = new Date("2026-05-01T12:00:00Z");

function entry(operation: string, type: string, resource: string, isDone = true): AuditLogExt {
  const operation_description = `${operation} ${type}: ${resource}`;
  const op_time = "2026-05-01T12:00:00.000Z";
  return {
    id: 1,
    username: "alice",
    operation,
    resource_type: type,
    resource,
    operation_result: isDone,
    operation_description,
    op_time,
  };
}

Deno.test("a filter is read from the address as it was written", () => {
  const filter = {
    ...everything,
    user: "alice",
    operation: "pull",
    span: "custom" as const,
    from: "2026-04-01",
    to: "",
  };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(auditParameters(filter))) if (value) parameters.set(name, value);
  assertEquals(readAuditFilter(parameters), filter);
});

Deno.test("what an address may have that is no filter is passed over", () =>
  assertEquals(readAuditFilter(new URLSearchParams("time=aeon&from=2026-13-77&result=maybe")), everything));

Deno.test("a span back from now has no end", () =>
  assertEquals(auditConditions({ ...everything, span: "day" }, now), ["op_time=[2026-04-30T12:00:00~]"]));

Deno.test("days are the reader's, and the last one counts whole", () => {
  const [condition = ""] = auditConditions(
    { ...everything, span: "custom", from: "2026-04-01", to: "2026-04-01" },
    now,
  );
  const [first = "", last = ""] = condition.slice("op_time=[".length, -1).split("~");
  assertEquals(Date.parse(`${last}Z`) - Date.parse(`${first}Z`), 86_399_000);
  assertEquals(new Date(`${first}Z`).getHours(), 0);
});

Deno.test("an open end stays open", () => {
  assertEquals(auditConditions({ ...everything, span: "custom" }, now), []);
  const [condition = ""] = auditConditions({ ...everything, span: "custom", to: "2026-04-01" }, now);
  assertEquals(condition.startsWith("op_time=[~2026-04-0"), true);
});

Deno.test("all conditions together", () =>
  assertEquals(
    auditConditions({ ...everything, user: "a=b", operation: "pull", type: "artifact", result: "failed" }, now),
    [
      "username=a\\=b",
      "operation=pull",
      "resource_type=artifact",
      "operation_result=false",
    ],
  ));

const events = readEvents(
  ["create_artifact", "pull_artifact", "create_project_member", "login_user"].map((event_type) => ({ event_type })),
  true,
);

Deno.test("operations and types are those that go together, and happen in projects", () => {
  assertEquals(operationsOf(events, { operation: "", type: "artifact" }), ["create", "pull"]);
  assertEquals(typesOf(events, { operation: "create", type: "" }), ["artifact", "project_member"]);
  const ofProjects = readEvents([{ event_type: "test_webhook" }, { event_type: "stop_tag-retention" }], true);
  assertEquals(typesOf(ofProjects, { operation: "", type: "" }), ["webhook", "tag-retention"]);
  assertEquals(typesOf(events, { operation: "pull", type: "user" }), ["artifact", "user"]);
});

Deno.test("events in words, also such as are not known yet", () => {
  assertEquals(eventWords(entry("create", "artifact", "a/b:1"), english), "Push an artifact");
  assertEquals(eventWords(entry("halt", "scan", "a/b:1"), english), "halt: scan");
});

for (const [language, words] of Object.entries({ english, chinese })) {
  Deno.test(`every kind of event that the registry records has words in ${language}`, () => {
    const types = recordedTypes();
    assertEquals(types.length > 50, true);
    assertEquals(types.filter((type) => !words.events[type]), []);
    const events = readEvents(types.map((event_type) => ({ event_type })), false);
    assertEquals(events.filter(({ operation }) => !words.operations[operation]), []);
    assertEquals(events.filter(({ type }) => !words.types[type]), []);
  });
}

/** The kinds of events in the sources of the registry. */
function recordedTypes(): string[] {
  const source = new URL("../../Sources/Auditing/Events/AuditEventType.swift", import.meta.url);
  return [...Deno.readTextFileSync(source).matchAll(/"([a-z]+_[a-z_-]+)"/g)].map(([, type = ""]) => type);
}

Deno.test("several pulls in one entry", () => {
  assertEquals(
    repetitions({ ...entry("pull", "artifact", "a"), operation_description: "pull artifact: a (7 times)" }),
    7,
  );
  assertEquals(repetitions(entry("pull", "artifact", "a")), 1);
});

const links: Array<[entry: AuditLogExt, project: string | null, link: string | null, reason: string]> = [
  [entry("pull", "artifact", "team/a/b:v1"), null, "/projects/team/repositories/a/b/-/v1", "a tag"],
  [entry("create", "artifact", "team/a@sha256:12"), null, "/projects/team/repositories/a/-/sha256:12", "a digest"],
  [entry("delete", "tag", "team/a:v1"), null, null, "what was deleted"],
  [entry("delete", "tag", "team/a:v1", false), null, null, "what may have been deleted since"],
  [entry("create", "project", "team", false), null, null, "what was not made"],
  [entry("update", "project", "team"), null, "/projects/team", "a project"],
  [entry("create", "immutable", "team"), "team", "/projects/team/policy", "a rule, known by its project"],
  [entry("execute", "tag-retention", "team"), null, "/projects/team/retention", "a project's retention"],
  [entry("test", "webhook", "chat"), "team", "/projects/team/webhooks", "a webhook, in its project's log"],
  [entry("test", "webhook", "chat"), null, null, "a webhook of nobody knows which project"],
  [entry("create", "label", "prod"), null, null, "a label of nobody knows which project"],
  [entry("create", "robot", "robot$team+ci"), null, "/projects/team/robots?filter=ci", "a project's robot"],
  [entry("create", "robot", "robot$all"), null, "/administration/robots?filter=robot%24all", "a robot of the system"],
  [entry("login", "user", "alice"), null, "/administration/users?filter=alice", "a user"],
  [entry("login", "user", "alice"), "team", null, "a user, for those who can't administrate"],
];
for (const [about, project, link, reason] of links) {
  Deno.test(`the page of ${reason}`, () => assertEquals(resourceLink(about, project), link));
}
