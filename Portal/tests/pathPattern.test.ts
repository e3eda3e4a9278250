import { matchPath, PathParameters } from "../source/platform/pathPattern.ts";
import { assertEquals } from "./assert.ts";

const cases: Array<[pattern: string, path: string, expected: PathParameters | null, reason: string]> = [
  ["/", "/", {}, "the start page"],
  ["/projects", "/projects/", {}, "a slash at the end changes nothing"],
  ["/projects/:project", "/projects/team", { project: "team" }, "a parameter"],
  ["/projects/:project", "/projects", null, "a parameter needs a component"],
  ["/projects/:project", "/projects/a/b", null, "a parameter is one component"],
  ["/r/:name*", "/r/a/b/c", { name: "a/b/c" }, "a starred parameter takes several"],
  ["/r/:name*/-/:reference", "/r/a/b/-/1.0", { name: "a/b", reference: "1.0" }, "up to what follows it"],
  ["/r/:name*/-/:reference", "/r/a/b", null, "what follows must be there"],
  ["/r/:name*", "/r/a%2Fb", { name: "a/b" }, "components are decoded"],
  ["/r/:name", "/r/100%", { name: "100%" }, "what can't be decoded stays"],
];

for (const [pattern, path, expected, reason] of cases) {
  Deno.test(`${pattern} and ${path}: ${reason}`, () => assertEquals(matchPath(pattern, path), expected));
}
