import { bannerDraft, bannerSetting } from "../source/pages/administration/configuration/banner.ts";
import { assertEquals } from "./assert.ts";

Deno.test("a plain text is a warning", () => {
  assertEquals(bannerDraft("Maintenance at 8"), {
    text: "Maintenance at 8",
    kind: "warning",
    canBeClosed: false,
    from: "",
    to: "",
  });
});

Deno.test("what is written is read again, on any day", () => {
  for (const [from, to] of [["", ""], ["2020-01-01", ""], ["", "2020-02-03"], ["2090-01-01", "2090-02-03"]] as const) {
    const draft = { text: "Ünïcode “quoted”", kind: "info" as const, canBeClosed: true, from, to };
    assertEquals(bannerDraft(bannerSetting(draft)), draft);
  }
});

Deno.test("a message without text is none", () => {
  assertEquals(bannerSetting({ text: " ", kind: "info", canBeClosed: true, from: "", to: "" }), "");
  assertEquals(bannerDraft("").text, "");
});

Deno.test("the days that Harbor's console writes are kept", () => {
  const harbors = JSON.stringify({ message: "Soon", type: "info", fromDate: "11/21/2026", toDate: "1/2/2027" });
  const { from, to } = bannerDraft(harbors);
  assertEquals([from, to], ["2026-11-21", "2027-01-02"]);
});
