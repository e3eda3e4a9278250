import { findProblems } from "../source/pages/administration/health/problems.ts";
import { assertEquals } from "./assert.ts";

const gibibyte = 1024 ** 3;
const well = {
  health: { status: "healthy" as const, components: [{ name: "core", status: "healthy" as const }] },
  system: { storage: [{ total: 100 * gibibyte, free: 50 * gibibyte }] },
  clockDifference: 400,
  isReadOnly: false,
};

Deno.test("a registry that is well has no problems, nor one of which nothing is known yet", () => {
  assertEquals(findProblems(well), []);
  assertEquals(findProblems({ health: null, system: null, clockDifference: null, isReadOnly: false }), []);
});

Deno.test("what fails comes first", () => {
  const problems = findProblems({
    health: {
      status: "unhealthy",
      components: [{ name: "core", status: "healthy" }, { name: "database", status: "unhealthy", error: "no answer" }],
    },
    system: { storage: [{ total: 100 * gibibyte, free: 10 * gibibyte }, { total: 100 * gibibyte, free: 0 }] },
    clockDifference: -60_000,
    isReadOnly: true,
  });
  assertEquals(problems, [
    { kind: "component", name: "database", message: "no answer" },
    { kind: "volume", isFull: false, free: 10 * gibibyte },
    { kind: "volume", isFull: true, free: 0 },
    { kind: "clock", difference: -60_000 },
    { kind: "readOnly" },
  ]);
});

Deno.test("a volume without a size says nothing", () => {
  assertEquals(findProblems({ ...well, system: { storage: [{ total: 0, free: 0 }] } }), []);
});
