import { byFullness } from "../source/pages/home/fullness.ts";
import { assertEquals } from "./assert.ts";

Deno.test("the nearest to its limit comes first, then the largest without one", () => {
  const uses = [
    { name: "large", used: 900, limit: -1 },
    { name: "roomy", used: 50, limit: 500 },
    { name: "small", used: 1, limit: -1 },
    { name: "full", used: 10, limit: 10 },
  ];
  assertEquals(uses.sort(byFullness).map((use) => use.name), ["full", "roomy", "large", "small"]);
});
