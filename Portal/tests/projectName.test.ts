import { projectNameProblem } from "../source/pages/projects/projectName.ts";
import { assertEquals } from "./assert.ts";

const names: Array<[string, string | null]> = [
  ["", null],
  ["a", null],
  ["0", null],
  ["team-backend.v2_x", null],
  ["a".repeat(255), null],
  ["a".repeat(256), "length"],
  ["Team", "upperCase"],
  ["team backend", "characters"],
  ["team/backend", "characters"],
  ["项目", "characters"],
  ["-team", "edges"],
  ["team.", "edges"],
  ["team--backend", "separators"],
  ["team._backend", "separators"],
];
for (const [name, problem] of names) {
  Deno.test(`the project name ${name.slice(0, 20)} (${name.length}): ${problem ?? "nothing wrong"}`, () => {
    assertEquals(projectNameProblem(name), problem);
  });
}
