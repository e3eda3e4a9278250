import { useEffect, useRef, useState } from "react";
import type { Artifact, Repository } from "../../api/schema.ts";
import { exactly, projectPath, repositoryPath, withQuery } from "../../api/paths.ts";
import { RequestFailure } from "../../platform/failure.ts";
import { Resource, useResource, useResources } from "../../platform/useResource.ts";
import { useSession } from "../../session/session.ts";

/** Milliseconds between two looks at whether something was pushed. */
const poll = 2_000;

/**
 * Reads a repository and keeps it current.
 *
 * Visitors of a public project may not read it alone, but the list that it is in.
 */
export function useRepository(project: string, repository: string): Resource<Repository> {
  const { user } = useSession();
  const [isRefused, setRefused] = useState(false);
  const isVisitor = !user || isRefused;
  const own = useResource<Repository>(isVisitor ? null : repositoryPath(project, repository), { poll });
  useEffect(() => {
    if (own.failure?.status === 403) setRefused(true);
  }, [own.failure]);
  const query = { q: exactly("name", `${project}/${repository}`), page_size: 1 };
  const listed = useResource<Repository[]>(
    isVisitor ? withQuery(`${projectPath(project)}/repositories`, query) : null,
    { poll },
  );
  const isNotListed = isVisitor && listed.value?.length === 0;
  const renamed = useRenamedForVisitor(isNotListed ? repositoryPath(project, repository) : null);
  if (!isVisitor) return own.failure?.status === 403 ? { ...own, failure: null, isLoading: true } : own;
  if (isNotListed) return renamed;
  return { ...listed, value: listed.value?.[0] };
}

/** For visitors a former name leads nowhere in the list, but to artifacts, which tell what their repository is called now. */
function useRenamedForVisitor(path: string | null): Resource<Repository> {
  const artifacts = useResource<Artifact[]>(path && `${path}/artifacts?page_size=1`);
  const first = artifacts.value?.[0];
  const absent = new RequestFailure(404, "NOT_FOUND", "");
  if (!first?.repository_name) {
    return { ...artifacts, value: undefined, failure: artifacts.value ? absent : artifacts.failure };
  }
  const { repository_id: id, project_id, repository_name: name, push_time } = first;
  const value = {
    id,
    project_id,
    name,
    artifact_count: 0,
    pull_count: 0,
    creation_time: push_time,
    update_time: push_time,
  };
  return { ...artifacts, value };
}

/** Reads everything of a repository again once it has changed: somebody has pushed, tagged or deleted. */
export function useRereadingOnChange(path: string, repository: Repository): void {
  const cache = useResources();
  const state = `${repository.update_time} ${repository.artifact_count}`;
  const last = useRef(state);
  useEffect(() => {
    if (last.current === state) return;
    last.current = state;
    cache.invalidateUnasked(`${path}/artifacts`, `${path}/tags`);
  }, [cache, path, state]);
}
