import { useMemo } from "react";
import type { Label } from "../../api/schema.ts";
import { withQuery } from "../../api/paths.ts";
import { useResource } from "../../platform/useResource.ts";
import { useSession } from "../../session/session.ts";
import { RepositoryPlace } from "./repositoryPlace.ts";

/** Reads the labels that artifacts of a repository can have: those of the project, then the registry's own. */
export function useLabels(place: RepositoryPlace): Label[] {
  const known = useKnownLabels(place);
  return known ?? none;
}

const none: Label[] = [];

/** Reads the labels as `useLabels` does; undefined while they are being read. */
export function useKnownLabels({ projectID, may }: RepositoryPlace): Label[] | undefined {
  const { user } = useSession();
  const query = { page_size: 100, sort: "name" };
  const own = useResource<Label[]>(
    may("label", "list") ? withQuery("/labels", { ...query, scope: "p", project_id: projectID }) : null,
  );
  const global = useResource<Label[]>(user ? withQuery("/labels", { ...query, scope: "g" }) : null);
  const isLoading = own.isLoading || global.isLoading;
  return useMemo(
    () => isLoading ? undefined : [...own.value ?? [], ...global.value ?? []],
    [isLoading, own.value, global.value],
  );
}
