import { bytesOf, enteredSize, SizeUnit, unlimited } from "../source/platform/size.ts";
import { assertEquals } from "./assert.ts";

const gibibyte = 1024 ** 3;

Deno.test("a size is written in the largest unit that is exact", () => {
  const cases: Array<[bytes: number, amount: string, unit: SizeUnit]> = [
    [gibibyte, "1", "GiB"],
    [1.5 * gibibyte, "1.5", "GiB"],
    [1024 * gibibyte, "1", "TiB"],
    [500 * 1024 ** 2, "500", "MiB"],
    // Rounded to whole bytes when it was entered.
    [Math.round(1.1 * gibibyte), "1.1", "GiB"],
    [gibibyte + 1, "1073741825", "B"],
    [1, "1", "B"],
    [0, "0", "B"],
  ];
  for (const [bytes, amount, unit] of cases) assertEquals(enteredSize(bytes), { amount, unit });
});

Deno.test("what is written is read again as the same", () => {
  for (const bytes of [1, 1023, 1024, 123_456_789, 5 * gibibyte, 1024 ** 5]) {
    assertEquals(bytesOf(enteredSize(bytes)), bytes);
  }
});

Deno.test("what is no size is refused", () => {
  for (const amount of ["", " ", "0", "-1", "1e3", "1,000.5", "ten", "2000"]) {
    assertEquals(bytesOf({ amount, unit: "TiB" }), null);
  }
  assertEquals(bytesOf({ amount: String(unlimited), unit: "B" }), null);
});

Deno.test("a decimal comma is a decimal point", () => {
  assertEquals(bytesOf({ amount: " 1,5 ", unit: "GiB" }), 1.5 * gibibyte);
});
