import { useFormat } from "../../language/format.ts";
import { Text, useText } from "../../language/text.ts";
import { CollectionOptions } from "./CollectionOptions.tsx";
import { runRecord } from "./system/jobRun.ts";
import { RunParameters, SystemJob } from "./system/systemJob.ts";

/** What a collection does unless somebody wants it otherwise: as the registry has it. */
const defaults: RunParameters = {
  delete_untagged: false,
  delete_untagged_indexes: false,
  workers: 1,
  grace_seconds: 86_400,
};

/** Garbage collection, in the page's language. */
export function useCollectionJob(): SystemJob {
  const { jobs: text } = useText();
  const { bytes, number } = useFormat();
  return {
    path: "/system/gc",
    icon: "refresh-cw",
    runNow: text.runNow,
    tryNow: text.countNow,
    dryRunHint: text.dryRunHint,
    begun: text.begun,
    noRunsHint: text.noRunsHint,
    defaults,
    isComplete: ({ workers = 0, grace_seconds = -1 }) =>
      isWithin(workers, 1, 10) && isWithin(grace_seconds, 0, 31_536_000),
    Options: CollectionOptions,
    describe: ({ delete_untagged, workers }) =>
      [delete_untagged && text.deleteUntagged, text.workerCount(Number(workers))].filter(Boolean).join(", "),
    figures: (run) => {
      const { isDryRun, count, has, values } = runRecord(run);
      if (!has("freed_space")) return null;
      const size = bytes(count("freed_space"));
      return {
        isDryRun,
        headline: isDryRun ? text.wouldFree(size) : text.freed(size),
        detail: text.removed(number(count("purged_blobs")), number(count("purged_manifests"))),
        step: collectionSteps(text)[String(values.step)],
        share: values.step === "blobs" ? { done: count("purged_blobs"), total: count("total_blobs") } : undefined,
      };
    },
    changes: ["/statistics", "/systeminfo/volumes", "/quotas"],
  };
}

function collectionSteps(text: Text["jobs"]): Record<string, string> {
  return text.collectionSteps;
}

function isWithin(value: RunParameters[string], least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}
