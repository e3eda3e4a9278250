import { steady } from "../source/components/useSteadyRows.ts";
import { assertEquals } from "./assert.ts";

const keyOf = ({ id }: { id: number }) => id;
const row = (id: number, size = 1) => ({ id, size });

const cases: Array<[before: number[], now: number[], shown: number[], reason: string]> = [
  [[1, 2], [3, 2], [2], "new ones are kept back, and gone ones go"],
  [[1, 2, 3], [3, 1, 2], [1, 2, 3], "those that moved stay where they were"],
  [[1, 2], [3, 4], [3, 4], "a list of which nothing is left is shown as it is"],
];
for (const [before, now, shown, reason] of cases) {
  Deno.test(`rows that somebody reads: ${reason}`, () =>
    assertEquals(steady(before.map((id) => row(id)), now.map((id) => row(id)), keyOf), shown.map((id) => row(id))));
}

Deno.test("rows that somebody reads change in place", () =>
  assertEquals(steady([row(1), row(2)], [row(2, 9), row(1)], keyOf), [row(1), row(2, 9)]));
