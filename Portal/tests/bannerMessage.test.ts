import { readBannerMessage } from "../source/shell/bannerMessage.ts";
import { assertEquals } from "./assert.ts";

const now = new Date("2026-03-10T12:00:00Z");

Deno.test("a plain message is shown as it is", () =>
  assertEquals(readBannerMessage(" Down at noon ", now), {
    text: "Down at noon",
    kind: "warning",
    canBeClosed: false,
  }));

Deno.test("no message, no banner", () => assertEquals(readBannerMessage("  ", now), null));

Deno.test("the message of Harbor's console has a kind and days", () => {
  const message = { message: "Moving", type: "info", closable: true, fromDate: "3/9/2026", toDate: "3/10/2026" };
  assertEquals(readBannerMessage(JSON.stringify(message), now), { text: "Moving", kind: "info", canBeClosed: true });
  assertEquals(readBannerMessage(JSON.stringify({ ...message, toDate: "3/8/2026" }), now), null);
  assertEquals(readBannerMessage(JSON.stringify({ ...message, fromDate: "3/12/2026" }), now), null);
});

Deno.test("what only looks like JSON is text", () => assertEquals(readBannerMessage("{soon}", now)?.text, "{soon}"));
