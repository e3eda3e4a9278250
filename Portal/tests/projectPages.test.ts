import { visiblePages } from "../source/pages/project/projectPages.ts";
import { assertEquals } from "./assert.ts";

function pagesWith(...granted: string[]): string {
  return visiblePages((resource, action) => granted.includes(`${resource}:${action}`)).join(" ");
}

Deno.test("visitors see the repositories of a project alone", () => assertEquals(pagesWith(), "repositories"));

Deno.test("guests see members, labels and robot accounts too", () => {
  assertEquals(pagesWith("member:list", "label:list", "robot:list"), "repositories members labels robots");
});

Deno.test("whoever may delete artifacts sees the trash", () => {
  assertEquals(pagesWith("artifact:delete"), "repositories trash");
});

Deno.test("retention is for whoever may read it, webhooks for whoever may list them", () => {
  assertEquals(pagesWith("tag-retention:read"), "repositories retention");
  assertEquals(pagesWith("tag-retention:list", "notification-policy:list"), "repositories retention webhooks");
  assertEquals(pagesWith("notification-policy:read"), "repositories");
});

Deno.test("the settings are for whoever may change or delete the project", () => {
  assertEquals([pagesWith(".:update"), pagesWith(".:delete"), pagesWith(".:read")], [
    "repositories settings",
    "repositories settings",
    "repositories",
  ]);
});
