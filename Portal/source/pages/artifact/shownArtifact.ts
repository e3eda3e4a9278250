import type { Artifact } from "../../api/schema.ts";
import { artifactPath } from "../../api/paths.ts";
import { artifactAddress } from "../../platform/addresses.ts";
import { Resource } from "../../platform/useResource.ts";
import { May } from "../../session/usePermissions.ts";
import { ArtifactKind } from "./content/artifactKind.ts";
import { Manifest } from "./content/manifest.ts";

/** An artifact with where it is and what is known of it, for the parts of its page. */
export interface ShownArtifact {
  project: string;
  /** Without the project's name. */
  repository: string;
  /** The tag or digest in the page's address. */
  reference: string;
  artifact: Artifact;
  kind: ArtifactKind;
  /** The manifest as it was pushed. */
  manifestText: Resource<string>;
  /** Null until it is here, or if it can't be read. */
  manifest: Manifest | null;
  /** What the user may do in the project. */
  may: May;
}

/** The artifact's path in the management API, by its digest: a tag may have moved meanwhile. */
export function pathOf({ project, repository, artifact }: ShownArtifact): string {
  return artifactPath(project, repository, artifact.digest);
}

/** The address of an artifact that is a part of this one or attached to it, which keeps this one in its breadcrumbs. */
export function relatedAddress({ project, repository, reference }: ShownArtifact, digest: string): string {
  return `${artifactAddress(project, repository, digest)}?in=${encodeURIComponent(reference)}`;
}
