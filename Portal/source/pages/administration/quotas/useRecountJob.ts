import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { runRecord } from "../../jobs/system/jobRun.ts";
import { SystemJob } from "../../jobs/system/systemJob.ts";

/** The recount of what projects hold, in the page's language. */
export function useRecountJob(): SystemJob {
  const { quotas: text } = useText();
  const { bytes, number } = useFormat();
  return {
    path: "/system/quotas/recalculation",
    icon: "gauge",
    runNow: text.recountNow,
    tryNow: text.compareNow,
    dryRunHint: text.compareHint,
    begun: text.recountBegun,
    noRunsHint: text.noRecountsHint,
    defaults: {},
    figures: (run) => {
      const { isDryRun, count, has } = runRecord(run);
      if (!has("counted_projects")) return null;
      const wrong = count("corrected_projects");
      const drift = text.drift(number(wrong), bytes(count("corrected_bytes")));
      const [done, total] = [count("counted_projects"), count("total_projects")];
      return {
        isDryRun,
        headline: wrong === 0 ? text.noDrift : drift,
        detail: text.counted(number(done), number(total)),
        share: { done, total },
      };
    },
    changes: ["/quotas", "/projects", "/statistics"],
  };
}
