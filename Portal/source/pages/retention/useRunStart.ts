import { API } from "../../platform/connection.ts";
import { useResources } from "../../platform/useResource.ts";

/** Gives a function that begins a run of a policy, and resolves to the run's number, or `latest`. */
export function useRunStart(policyID: number): (isDryRun: boolean) => Promise<string> {
  const cache = useResources();
  return async (isDryRun) => {
    const path = `/retentions/${policyID}/executions`;
    const answer = await cache.connection.send(API + path, { method: "POST", body: { dry_run: isDryRun } });
    cache.invalidate(path, "/jobservice");
    return /\/executions\/(\d+)/.exec(answer.headers.get("Location") ?? "")?.[1] ?? "latest";
  };
}
