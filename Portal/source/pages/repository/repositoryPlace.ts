import type { Repository } from "../../api/schema.ts";
import { splitRepositoryName } from "../../platform/addresses.ts";
import { May } from "../../session/usePermissions.ts";

/** Where the parts of a repository's page are: its names, and what the user may do there. */
export interface RepositoryPlace {
  project: string;
  /** The name without the project's. */
  repository: string;
  /** The name with the project's. */
  fullName: string;
  projectID: number;
  may: May;
  /** On the page of one artifact, the tag or digest in its address. */
  reference?: string;
}

/** The place of a repository. */
export function placeOf(repository: Repository, may: May): RepositoryPlace {
  const names = splitRepositoryName(repository.name);
  return { ...names, fullName: repository.name, projectID: repository.project_id, may };
}
