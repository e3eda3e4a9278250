import { safeAddress } from "../source/pages/signIn/safeAddress.ts";
import { assertEquals } from "./assert.ts";

const cases: Array<[address: string, expected: string]> = [
  ["/projects/a?filter=b%2Fc#d", "/projects/a?filter=b%2Fc#d"],
  ["/", "/"],
  ["", "/"],
  ["projects", "/"],
  ["//example.org/x", "/"],
  ["/\\example.org", "/"],
  ["/\t/example.org", "/"],
  ["https://example.org/", "/"],
  ["javascript:alert(1)", "/"],
];
for (const [address, expected] of cases) {
  Deno.test(`after signing in ${JSON.stringify(address)} leads to ${expected}`, () =>
    assertEquals(safeAddress(address, "https://registry.example"), expected));
}
