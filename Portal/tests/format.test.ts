import { isNever, makeFormat } from "../source/language/format.ts";
import { assertEquals } from "./assert.ts";

const english = makeFormat("en");
const chinese = makeFormat("zh-CN");

const sizes: Array<[bytes: number, expected: string, reason: string]> = [
  [0, "0 B", "nothing"],
  [1023, "1,020 B", "just below a unit, three digits"],
  [1024, "1 KiB", "a unit"],
  [5_500_000, "5.25 MiB", "three digits"],
  [2 ** 60, "1,020 PiB", "beyond the largest unit"],
];
for (const [bytes, expected, reason] of sizes) {
  Deno.test(`${bytes} bytes: ${reason}`, () => assertEquals(english.bytes(bytes), expected));
}

const now = new Date("2026-05-01T12:00:00Z");
const times: Array<[time: string, english: string, chinese: string]> = [
  ["2026-05-01T11:59:30Z", "30 seconds ago", "30秒钟前"],
  ["2026-05-01T09:10:00Z", "2 hours ago", "2小时前"],
  ["2026-04-30T11:00:00Z", "yesterday", "昨天"],
  ["2025-01-01T00:00:00Z", "last year", "去年"],
  ["2026-05-03T12:00:00Z", "in 2 days", "后天"],
];
for (const [time, inEnglish, inChinese] of times) {
  Deno.test(`${time} is ${inEnglish}`, () => {
    assertEquals(english.ago(time, now), inEnglish);
    assertEquals(chinese.ago(time, now), inChinese);
  });
}

Deno.test("the API's year 1 means never", () => {
  assertEquals([isNever("0001-01-01T00:00:00.000Z"), isNever(null), isNever("2026-05-01T12:00:00Z")], [
    true,
    true,
    false,
  ]);
});
