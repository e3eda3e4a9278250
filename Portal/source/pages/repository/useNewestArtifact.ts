import type { Artifact, RepositoryTag } from "../../api/schema.ts";
import { repositoryPath, withQuery } from "../../api/paths.ts";
import { useResource } from "../../platform/useResource.ts";
import { RepositoryPlace } from "./repositoryPlace.ts";

/** What a repository got last, as clients name it. */
export interface NewestArtifact {
  /** A tag, or a digest if nothing has a tag. */
  reference: string;
  type: string;
  size: number;
  /** How many tags the repository has. */
  tagCount: number;
}

const query = { sort: "-push_time", page_size: 1 };

/** Finds what somebody who knows nothing more of a repository would pull; null until it is known, or if there is nothing. */
export function useNewestArtifact({ project, repository }: RepositoryPlace): NewestArtifact | null {
  const path = repositoryPath(project, repository);
  const tags = useResource<RepositoryTag[]>(withQuery(`${path}/tags`, query));
  const hasNone = tags.value?.length === 0;
  const artifacts = useResource<Artifact[]>(hasNone ? withQuery(`${path}/artifacts`, query) : null);
  const [tag] = tags.value ?? [];
  const [artifact] = artifacts.value ?? [];
  if (tag) return { reference: tag.name, type: tag.type, size: tag.size, tagCount: tags.total ?? 1 };
  return artifact ? { reference: artifact.digest, type: artifact.type, size: artifact.size, tagCount: 0 } : null;
}
