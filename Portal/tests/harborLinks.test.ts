import { harborTarget } from "../source/pages/harbor/harborLinks.ts";
import { assertEquals } from "./assert.ts";

const digest = "sha256:" + "a".repeat(64);

const cases: Array<[path: string, project: string | null, address: string | null, reason: string]> = [
  ["/account/sign-in", null, "/sign-in", "the sign-in"],
  ["/harbor", null, "/", "the beginning"],
  ["/harbor/projects/", null, "/projects", "the projects"],
  ["/harbor/users", null, "/administration/users", "the administration"],
  ["/harbor/projects/7", "7", "/projects/team", "a project by its number"],
  ["/harbor/projects/7/repositories", "7", "/projects/team", "its repositories"],
  ["/harbor/projects/7/summary", "7", "/projects/team", "its summary"],
  ["/harbor/projects/7/robot-account", "7", "/projects/team/robots", "a page that is called otherwise"],
  ["/harbor/projects/7/tag-strategy/immutable-tag", "7", "/projects/team/policy", "a page in a page"],
  ["/harbor/projects/7/repositories/web%252Ffront", "7", "/projects/team/repositories/web/front", "a repository"],
  ["/harbor/projects/7/repositories/app/artifacts-tab", "7", "/projects/team/repositories/app", "its tab"],
  [
    `/harbor/projects/7/repositories/web%252Ffront/artifacts-tab/artifacts/${digest}`,
    "7",
    `/projects/team/repositories/web/front/-/${digest}`,
    "an artifact",
  ],
  ["/harbor/registries", null, null, "what has no page here"],
  ["/projects/7", null, null, "an address of today"],
];

for (const [path, project, address, reason] of cases) {
  Deno.test(`${path}: ${reason}`, () => {
    const target = harborTarget(path);
    const isInProject = target !== null && "project" in target;
    assertEquals(isInProject ? target.project : null, project);
    assertEquals(isInProject ? target.addressIn("team") : target?.address ?? null, address);
  });
}
