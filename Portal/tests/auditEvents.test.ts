import { groupEvents } from "../source/pages/auditLog/eventGroups.ts";
import { disabledEvents, eventsSetting } from "../source/pages/administration/configuration/auditEvents.ts";
import { assertEquals } from "./assert.ts";

const types = ["create_artifact", "delete_artifact", "create_project_member", "create_artifact-label"];

Deno.test("events are grouped by what they happen to", () => {
  assertEquals(groupEvents(types).map((group) => [group.resource, group.events.map(({ operation }) => operation)]), [
    ["artifact", ["create", "delete"]],
    ["project_member", ["create"]],
    ["artifact-label", ["create"]],
  ]);
});

Deno.test("the setting is the same however its events were chosen", () => {
  const chosen = disabledEvents("create_project_member, create_artifact,");
  assertEquals([...chosen], ["create_project_member", "create_artifact"]);
  assertEquals(eventsSetting(chosen, types), "create_artifact,create_project_member");
  assertEquals(eventsSetting(disabledEvents(""), types), "");
});
