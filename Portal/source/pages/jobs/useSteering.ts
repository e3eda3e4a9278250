import { useQuickChange } from "../../components/useQuickChange.ts";
import { useResources } from "../../platform/useResource.ts";

/** Gives a function that pauses or resumes a queue: of a kind of job, `all` of them, or `SCHEDULER`, the schedules. */
export function useSteering(): (queue: string, action: "pause" | "resume") => void {
  const cache = useResources();
  return useQuickChange((queue: string, action: string) =>
    cache.change(
      `/jobservice/queues/${encodeURIComponent(queue)}`,
      { method: "PUT", body: { action } },
      "/jobservice",
      "/schedules",
    )
  );
}
