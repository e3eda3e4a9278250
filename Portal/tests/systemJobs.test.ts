import { ageInWords, chosenTypes } from "../source/pages/auditLog/purge.ts";
import { clockTime, runRecord, secondsOf } from "../source/pages/jobs/system/jobRun.ts";
import { knownParameters, scheduledParameters } from "../source/pages/jobs/system/systemJob.ts";
import { text } from "../source/language/en/index.ts";
import { assertEquals } from "./assert.ts";

const times: Array<[seconds: number, shown: string]> = [[0, "0:00"], [7.9, "0:07"], [61, "1:01"], [3_723, "1:02:03"]];
for (const [seconds, shown] of times) {
  Deno.test(`${seconds} seconds are ${shown}`, () => assertEquals(clockTime(seconds), shown));
}

const start_time = "2026-11-21T10:00:00Z";
const now = new Date("2026-11-21T10:00:30Z");
Deno.test("a run that goes on takes until now", () =>
  assertEquals(secondsOf({ start_time, job_status: "Running" }, now), 30));
Deno.test("a run that has ended takes as long as it took", () =>
  assertEquals(secondsOf({ start_time, end_time: "2026-11-21T10:00:05Z", job_status: "Success" }, now), 5));
Deno.test("a run that waits takes no time yet", () => assertEquals(secondsOf({ job_status: "Pending" }, now), null));
Deno.test("a clock that is behind the registry's makes no negative time", () =>
  assertEquals(secondsOf({ start_time: "2026-11-21T10:01:00Z", job_status: "Running" }, now), 0));

Deno.test("what a run can't say is nothing", () => {
  for (const job_parameters of ["", "null", "[1]", "{", '{"freed_space":"3"}']) {
    const { isDryRun, count, has } = runRecord({ job_parameters });
    assertEquals([isDryRun, count("freed_space"), has("freed_space")], [false, 0, false]);
  }
});

Deno.test("only parameters that are known, of their type, are taken over", () =>
  assertEquals(
    knownParameters({ workers: 1, delete_untagged: false }, { workers: "9", delete_untagged: true, other: 1 }),
    { workers: 1, delete_untagged: true },
  ));

Deno.test("a schedule that only counts goes on to only count", () => {
  assertEquals(scheduledParameters({ workers: 1 }, { workers: 2, dry_run: true }), { workers: 2, dry_run: true });
  assertEquals(scheduledParameters({ workers: 1 }, {}), { workers: 1, dry_run: false });
});

Deno.test("an age is in days if it can be", () =>
  assertEquals([24, 48, 25, 1].map((hours) => ageInWords(hours, text.auditPurge)), [
    "1 day",
    "2 days",
    "25 hours",
    "1 hour",
  ]));

Deno.test("no kinds are all kinds", () => assertEquals(chosenTypes({ include_event_types: "" }), []));
