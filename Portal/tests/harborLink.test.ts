import { readHarborLink } from "../source/pages/harborLinks/harborLink.ts";
import { assertEquals } from "./assert.ts";

/** Where an address leads, if project 7 is called `team`. */
function addressOf(path: string, search = ""): string | null {
  const target = readHarborLink(path, search);
  if (target && "project" in target) return target.project === "7" ? target.addressFor("team") : null;
  return target?.address ?? null;
}

Deno.test("projects and their pages", () => {
  assertEquals(addressOf("/harbor/projects"), "/projects");
  assertEquals(addressOf("/harbor/projects/7"), "/projects/team");
  assertEquals(addressOf("/harbor/projects/7/summary"), "/projects/team");
  assertEquals(addressOf("/harbor/projects/7/repositories"), "/projects/team");
  assertEquals(addressOf("/harbor/projects/7/robot-account"), "/projects/team/robots");
  assertEquals(addressOf("/harbor/projects/7/configs"), "/projects/team/settings");
  assertEquals(addressOf("/harbor/projects/7/tag-strategy/immutable-tag"), "/projects/team/policy");
  assertEquals(addressOf("/harbor/projects/7/tag-strategy"), "/projects/team/retention");
  assertEquals(addressOf("/harbor/projects/7/tag-strategy/tag-retention"), "/projects/team/retention");
  assertEquals(addressOf("/harbor/projects/7/webhook"), "/projects/team/webhooks");
});

Deno.test("repositories, with names that are escaped once, twice and not at all", () => {
  assertEquals(addressOf("/harbor/projects/7/repositories/web%252Ffront"), "/projects/team/repositories/web/front");
  assertEquals(addressOf("/harbor/projects/7/repositories/web%2Ffront"), "/projects/team/repositories/web/front");
  assertEquals(
    addressOf("/harbor/projects/7/repositories/web/front/artifacts-tab"),
    "/projects/team/repositories/web/front",
  );
});

Deno.test("artifacts, also those that were reached through an index", () => {
  const tab = "/harbor/projects/7/repositories/web%252Ffront/artifacts-tab";
  const address = "/projects/team/repositories/web/front/-/sha256:0a";
  assertEquals(addressOf(`${tab}/artifacts/sha256:0a`), address);
  assertEquals(addressOf(`${tab}/artifacts/sha256%3A0a`), address);
  assertEquals(addressOf(`${tab}/depth/sha256:1b/artifacts/sha256:0a`), address);
  assertEquals(
    addressOf("/harbor/projects/7/repositories/web/tags/v1"),
    "/projects/team/repositories/web/-/v1",
  );
});

Deno.test("administration and signing in", () => {
  assertEquals(addressOf("/harbor"), "/");
  assertEquals(addressOf("/harbor/configs/auth"), "/administration/configuration");
  assertEquals(addressOf("/account/sign-in"), "/sign-in");
  assertEquals(
    addressOf("/account/sign-in", "?redirect_url=%2Fharbor%2Fprojects%2F7"),
    "/sign-in?back=%2Fharbor%2Fprojects%2F7",
  );
});

Deno.test("what has no counterpart leads nowhere", () => assertEquals(addressOf("/harbor/replications"), null));
