import { firstLine } from "../source/pages/project/repositories/firstLine.ts";
import { assertEquals } from "./assert.ts";

const descriptions: Array<[string, string]> = [
  ["", ""],
  ["# Storefront\n\nThe shop that customers see.", "The shop that customers see."],
  ["# Only a heading", "Only a heading"],
  ["Sells **everything** with [care](https://example.org).", "Sells everything with care."],
  ["- a list", "a list"],
  ["Runs `make`, _often_, as my_own_user: 3 * 4.", "Runs make, often, as my_own_user: 3 * 4."],
  ["x".repeat(200), "x".repeat(160)],
];
for (const [markdown, line] of descriptions) {
  Deno.test(`the first line of ${JSON.stringify(markdown.slice(0, 30))}`, () =>
    assertEquals(firstLine(markdown), line));
}
