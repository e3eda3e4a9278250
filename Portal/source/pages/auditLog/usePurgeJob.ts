import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { runRecord } from "../jobs/system/jobRun.ts";
import { RunParameters, SystemJob } from "../jobs/system/systemJob.ts";
import { PurgeOptions } from "./PurgeOptions.tsx";
import { ageInWords, chosenTypes, everyType, longestAge } from "./purge.ts";

/** A year of everything stays, unless somebody wants it otherwise. */
const defaults: RunParameters = { audit_retention_hour: 24 * 365, include_event_types: everyType };

/** The purge of the audit log, in the page's language. */
export function usePurgeJob(): SystemJob {
  const { auditPurge: text } = useText();
  const { number } = useFormat();
  const age = ({ audit_retention_hour: hours }: RunParameters) => ageInWords(Number(hours), text);
  return {
    path: "/system/purgeaudit",
    icon: "scroll-text",
    runNow: text.runNow,
    tryNow: text.tryNow,
    dryRunHint: text.dryRunHint,
    warning: (parameters) => text.warning(age(parameters), chosenTypes(parameters).length),
    begun: text.begun,
    noRunsHint: text.noRunsHint,
    defaults,
    isComplete: ({ audit_retention_hour: hours }) => typeof hours === "number" && hours >= 1 && hours <= longestAge,
    Options: PurgeOptions,
    describe: (parameters) => text.describe(age(parameters), chosenTypes(parameters).length),
    figures: (run) => {
      const { isDryRun, count, has, values } = runRecord(run);
      if (!has("purged_record")) return null;
      const entries = number(count("purged_record"));
      return {
        isDryRun,
        headline: isDryRun ? text.wouldRemove(entries) : text.removed(entries),
        detail: typeof values.audit_retention_hour === "number"
          ? text.olderThan(ageInWords(values.audit_retention_hour, text))
          : "",
      };
    },
    changes: ["/auditlog-exts"],
  };
}
