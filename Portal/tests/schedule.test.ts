import { cronOf, scheduleRequest, timingOfCron } from "../source/pages/jobs/schedule.ts";
import { assertEquals } from "./assert.ts";

Deno.test("a cron expression is read as what people chose, and written back", () => {
  const expressions = ["", "0 0 * * * *", "0 0 0 * * *", "0 0 0 * * 0", "0 30 4 * * 1-5"];
  assertEquals(expressions.map((cron) => timingOfCron(cron).kind), ["None", "Hourly", "Daily", "Weekly", "Custom"]);
  assertEquals(expressions.map((cron) => cronOf(timingOfCron(cron))), expressions);
});

Deno.test("only a schedule of one's own carries its expression", () => {
  assertEquals(scheduleRequest({ kind: "Daily", cron: "0 15 3 * * *" }), { type: "Daily" });
  assertEquals(scheduleRequest({ kind: "Custom", cron: "0 15 3 * * *" }), { type: "Custom", cron: "0 15 3 * * *" });
});
