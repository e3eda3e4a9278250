import {
  realChanges,
  refusedKey,
  savedValue,
  shownValue,
  withoutSent,
} from "../source/pages/administration/configuration/changes.ts";
import { assertEquals } from "./assert.ts";

const saved = {
  session_timeout: { value: 60, editable: true },
  read_only: { value: false, editable: true },
  robot_name_prefix: { value: "robot$", editable: false },
  scan_all_policy: { value: {}, editable: true },
};

Deno.test("only what differs from the server's values is sent", () => {
  assertEquals(realChanges(saved, {}), {});
  assertEquals(realChanges(saved, { session_timeout: 60, read_only: true }), { read_only: true });
  // A text of the same digits is another value.
  assertEquals(realChanges(saved, { session_timeout: "60" }), { session_timeout: "60" });
  assertEquals(realChanges(saved, { session_timeout: null }), { session_timeout: null });
});

Deno.test("the page shows changes before saved values", () => {
  assertEquals(shownValue(saved, {}, "read_only"), false);
  assertEquals(shownValue(saved, { read_only: true }, "read_only"), true);
  assertEquals(shownValue(saved, { session_timeout: null }, "session_timeout"), null);
  assertEquals(savedValue(saved, "scan_all_policy"), "{}");
  assertEquals(savedValue(saved, "unheard_of"), null);
});

Deno.test("a refusal belongs to the item that it begins with", () => {
  const keys = Object.keys(saved);
  assertEquals(refusedKey("session_timeout must be a whole number from 1 to 43200", keys), "session_timeout");
  assertEquals(refusedKey("robot_name_prefix is set by HAVEN_CONFIGURATION_OVERRIDES", keys), "robot_name_prefix");
  assertEquals(refusedKey("internal server error", keys), null);
});

Deno.test("what is changed while changes are being saved stays", () => {
  const sent = { session_timeout: 30, read_only: true };
  assertEquals(withoutSent({ ...sent, session_timeout: 45 }, sent), { session_timeout: 45 });
  assertEquals(withoutSent(sent, sent), {});
});
