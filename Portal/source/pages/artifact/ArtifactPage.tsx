import { useMemo } from "react";
import type { Artifact } from "../../api/schema.ts";
import { artifactPath, withQuery } from "../../api/paths.ts";
import { ResourceView } from "../../components/ResourceView.tsx";
import { useResource } from "../../platform/useResource.ts";
import { useText } from "../../language/text.ts";
import { useProjectPermissions } from "../../session/usePermissions.ts";
import { ArtifactViews } from "./ArtifactViews.tsx";
import { ArtifactPageDialogs } from "./actions/ArtifactPageDialogs.tsx";
import { useFormerRepositoryName } from "../repository/useFormerRepositoryName.ts";
import { artifactKind } from "../repository/artifacts/artifactKinds.ts";
import { parseManifest } from "./content/manifest.ts";
import { ArtifactHeader } from "./header/ArtifactHeader.tsx";
import { MissingArtifact } from "./MissingArtifact.tsx";
import { ShownArtifact } from "./shownArtifact.ts";

/** Milliseconds after which the artifact is read again: its tag may have been pushed anew. */
const poll = 20_000;
/** Most tags that are shown without asking. */
const shownTags = 12;

interface ArtifactPlace {
  project: string;
  /** Without the project's name. */
  repository: string;
  /** A tag or a digest. */
  reference: string;
}

/** An artifact, by tag or digest: what it is, what it is made of, and what is attached to it. */
export default function ArtifactPage(place: ArtifactPlace) {
  const path = artifactPath(place.project, place.repository, place.reference);
  const query = {
    with_tag: true,
    tag_limit: shownTags,
    with_immutable_status: true,
    with_label: true,
    with_accessory: true,
  };
  const resource = useResource<Artifact>(withQuery(path, query), { poll });
  if (resource.failure?.status === 404) return <MissingArtifact {...place} />;
  return (
    <ResourceView resource={resource} lines={8}>
      {(artifact) => <PresentArtifact {...place} artifact={artifact} />}
    </ResourceView>
  );
}

function PresentArtifact({ artifact, ...place }: ArtifactPlace & { artifact: Artifact }) {
  const path = artifactPath(place.project, place.repository, artifact.digest);
  const manifestText = useResource<string>(`${path}/additions/manifest`);
  const manifest = useMemo(() => parseManifest(manifestText.value ?? ""), [manifestText.value]);
  const may = useProjectPermissions(artifact.project_id);
  const kind = artifactKind(artifact, useText());
  const names = { fullName: `${place.project}/${place.repository}`, projectID: artifact.project_id };
  useFormerRepositoryName(names.fullName, artifact.repository_name);
  const shown: ShownArtifact = { ...place, ...names, may, artifact, kind, manifestText, manifest };
  return (
    <>
      <ArtifactHeader shown={shown} />
      <ArtifactViews shown={shown} />
      <ArtifactPageDialogs shown={shown} />
    </>
  );
}
