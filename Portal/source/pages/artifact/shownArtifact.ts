import type { Artifact } from "../../api/schema.ts";
import { artifactPath } from "../../api/paths.ts";
import { partAddress } from "../../platform/addresses.ts";
import { Resource } from "../../platform/useResource.ts";
import { ArtifactKind } from "../repository/artifacts/artifactKinds.ts";
import { RepositoryPlace } from "../repository/repositoryPlace.ts";
import { Manifest } from "./content/manifest.ts";

/** An artifact with where it is and what is known of it, for the parts of its page. */
export interface ShownArtifact extends RepositoryPlace {
  /** The tag or digest in the page's address. */
  reference: string;
  artifact: Artifact;
  kind: ArtifactKind;
  /** The manifest as it was pushed. */
  manifestText: Resource<string>;
  /** Null until it is here, or if it can't be read. */
  manifest: Manifest | null;
}

/** The artifact's path in the management API, by its digest: a tag may have moved meanwhile. */
export function pathOf({ project, repository, artifact }: ShownArtifact): string {
  return artifactPath(project, repository, artifact.digest);
}

/** The address of an artifact that is a part of this one or attached to it, which keeps this one in its breadcrumbs. */
export function relatedAddress({ project, repository, reference }: ShownArtifact, digest: string): string {
  return partAddress(project, repository, reference, digest);
}
