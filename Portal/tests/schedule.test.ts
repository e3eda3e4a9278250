import type { JobSchedule } from "../source/api/schema.ts";
import { cronOf, scheduleRequest, timingOf, timingOfCron } from "../source/pages/jobs/schedule.ts";
import { assertEquals } from "./assert.ts";

Deno.test("a cron expression is read as what people chose, and written back", () => {
  const expressions = ["", "0 0 * * * *", "0 0 0 * * *", "0 0 0 * * 0", "0 30 4 * * 1-5"];
  assertEquals(expressions.map((cron) => timingOfCron(cron).kind), ["None", "Hourly", "Daily", "Weekly", "Custom"]);
  assertEquals(expressions.map((cron) => cronOf(timingOfCron(cron))), expressions);
});

Deno.test("only a schedule of one's own carries its expression", () => {
  const timing = { cron: "0 15 3 * * *", catchesUp: true };
  assertEquals(scheduleRequest({ ...timing, kind: "None" }), { type: "None" });
  assertEquals(scheduleRequest({ ...timing, kind: "Daily" }), { type: "Daily", catch_up: true });
  assertEquals(scheduleRequest({ ...timing, kind: "Custom" }), { type: "Custom", cron: timing.cron, catch_up: true });
});

Deno.test("a schedule that leaves out what was missed goes on to do so", () => {
  const saved = (catch_up?: boolean): JobSchedule => ({
    id: 1,
    schedule: { type: "Hourly", cron: "0 0 * * * *", catch_up },
  });
  const sent = [undefined, true, false].map((catchesUp) => scheduleRequest(timingOf(saved(catchesUp))).catch_up);
  assertEquals(sent, [true, true, false]);
});
