import type { JobHistory } from "../../../api/schema.ts";
import { useToasts } from "../../../components/Toasts.tsx";
import { useQuickChange } from "../../../components/useQuickChange.ts";
import { useText } from "../../../language/text.ts";
import { useResources } from "../../../platform/useResource.ts";
import { SystemJob } from "./systemJob.ts";

/** Gives a function that stops a run of a job, and says so. */
export function useStopRun(job: SystemJob): (run: JobHistory) => void {
  const { jobs: text } = useText();
  const cache = useResources();
  const { show } = useToasts();
  return useQuickChange(async (run: JobHistory) => {
    await cache.change(`${job.path}/${run.id}`, { method: "PUT" }, job.path, "/jobservice");
    show(text.stopped);
  });
}
