import type { Artifact } from "../../../api/schema.ts";
import { repositoryPath, withQuery } from "../../../api/paths.ts";
import { DigestText, shortDigest } from "../../../components/DigestText.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Link } from "../../../components/Link.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { Table } from "../../../components/Table.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { artifactAddress } from "../../../platform/addresses.ts";
import { useResource } from "../../../platform/useResource.ts";
import { Pointer, pointersOf, subjectDigest } from "../content/pointers.ts";
import { useShownTags } from "../header/useShownTags.ts";
import { relatedAddress, ShownArtifact } from "../shownArtifact.ts";

/** What contains an artifact, what it is attached to, and what its manifest points to. */
export function ReferencesView({ shown }: { shown: ShownArtifact }) {
  const parents = useParents(shown);
  const shownTags = useShownTags(shown);
  const { artifact: text } = useText();
  const subject = subjectDigest(shown.manifest, shownTags?.tags.map((tag) => tag.name) ?? []);
  return (
    <ResourceView resource={shown.manifestText} lines={6}>
      {() => {
        const pointers = shown.manifest ? pointersOf(shown.manifest) : [];
        if (pointers.length === 0 && parents.length === 0 && !subject) {
          return <EmptyState icon="network" title={text.noReferences} hint={text.noReferencesHint} />;
        }
        return (
          <div className="stack stack-loose">
            {parents.length > 0 && <Parents shown={shown} parents={parents} />}
            {subject && (
              <section className="stack stack-tight">
                <h2>{text.attachedTo}</h2>
                <p>
                  <DigestText digest={subject} to={artifactAddress(shown.project, shown.repository, subject)} />
                </p>
              </section>
            )}
            {pointers.length > 0 && <Pointers shown={shown} pointers={pointers} />}
          </div>
        );
      }}
    </ResourceView>
  );
}

function Parents({ shown: { project, repository }, parents }: { shown: ShownArtifact; parents: Artifact[] }) {
  const { artifact: text } = useText();
  return (
    <section className="stack stack-tight">
      <h2>{text.containedIn}</h2>
      <Table
        label={text.containedIn}
        rows={parents}
        rowKey={({ digest }) => digest}
        columns={[
          {
            label: text.index,
            kind: "name",
            render: ({ digest, tags }) => (
              <Link to={artifactAddress(project, repository, tags?.[0]?.name ?? digest)}>
                {tags?.map((tag) => tag.name).join(", ") || shortDigest(digest)}
              </Link>
            ),
          },
          { label: text.digest, render: ({ digest }) => <DigestText digest={digest} /> },
        ]}
      />
    </section>
  );
}

function Pointers({ shown, pointers }: { shown: ShownArtifact; pointers: Pointer[] }) {
  const { artifact: text, common } = useText();
  const { bytes } = useFormat();
  return (
    <section className="stack stack-tight">
      <h2>{text.pointsTo}</h2>
      <Table
        label={text.pointsTo}
        rows={pointers}
        rowKey={({ role, number }) => `${role} ${number}`}
        columns={[
          { label: text.role, kind: "name", render: ({ role }) => text.roles[role] },
          {
            label: text.mediaType,
            render: ({ descriptor }) => <span className="wrap-anywhere">{descriptor.mediaType}</span>,
          },
          {
            label: text.digest,
            render: ({ role, descriptor: { digest } }) => (
              <DigestText digest={digest} to={role === "manifest" ? relatedAddress(shown, digest) : undefined} />
            ),
          },
          { label: common.size, kind: "number", render: ({ descriptor }) => bytes(descriptor.size) },
        ]}
      />
    </section>
  );
}

const indexTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
];

/** Finds the indexes of the repository that contain the artifact, among the hundred that were pushed last. */
function useParents({ project, repository, artifact }: ShownArtifact): Artifact[] {
  const query = { q: `media_type={${indexTypes.join(" ")}}`, page_size: 100, sort: "-push_time", with_tag: true };
  const path = withQuery(`${repositoryPath(project, repository)}/artifacts`, query);
  const { value = [] } = useResource<Artifact[]>(path);
  return value.filter(({ references }) => references?.some(({ child_digest }) => child_digest === artifact.digest));
}
