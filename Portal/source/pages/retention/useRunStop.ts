import type { RetentionExecution } from "../../api/schema.ts";
import { useToasts } from "../../components/Toasts.tsx";
import { useQuickChange } from "../../components/useQuickChange.ts";
import { useText } from "../../language/text.ts";
import { useResources } from "../../platform/useResource.ts";

/** Gives a function that stops a run. */
export function useRunStop(): (run: RetentionExecution) => void {
  const { retention } = useText();
  const { show } = useToasts();
  const cache = useResources();
  return useQuickChange(async (run: RetentionExecution) => {
    const runs = `/retentions/${run.policy_id}/executions`;
    await cache.change(`${runs}/${run.id}`, { method: "PATCH", body: { action: "stop" } }, runs, "/jobservice");
    show(retention.stopped);
  });
}
