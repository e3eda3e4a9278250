import { FillLevel, fillLevel } from "../source/components/fillLevel.ts";
import { assertEquals } from "./assert.ts";

Deno.test("a meter warns from 85 per cent and is full from 100", () => {
  const cases: Array<[used: number, limit: number, level: FillLevel]> = [
    [0, 100, "normal"],
    [84, 100, "normal"],
    [85, 100, "warning"],
    [99, 100, "warning"],
    [100, 100, "danger"],
    [250, 100, "danger"],
    // No limit.
    [250, -1, "normal"],
    [0, 0, "normal"],
  ];
  for (const [used, limit, level] of cases) assertEquals(fillLevel(used, limit), level);
});
