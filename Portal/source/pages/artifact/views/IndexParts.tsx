import type { Artifact, Reference } from "../../../api/schema.ts";
import { oneOf, repositoryPath, withQuery } from "../../../api/paths.ts";
import { Badge } from "../../../components/Badge.tsx";
import { DigestText, shortDigest } from "../../../components/DigestText.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Link } from "../../../components/Link.tsx";
import { platformName } from "../../../components/PlatformList.tsx";
import { Table } from "../../../components/Table.tsx";
import { Time } from "../../../components/Time.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { useResource } from "../../../platform/useResource.ts";
import { attestedDigest } from "../../repository/artifacts/artifactKinds.ts";
import { IndexPart, indexParts } from "../content/indexParts.ts";
import { relatedAddress, ShownArtifact } from "../shownArtifact.ts";

/** Most parts whose sizes are asked for: their digests are in the address of the request. */
const mostDetails = 50;

/** The parts of an index, a line a platform, each with the attestation that tells how it was built. */
export function IndexParts({ shown }: { shown: ShownArtifact }) {
  const references = shown.artifact.references ?? [];
  const details = useDetails(shown, references);
  const isAbsent = (digest: string) => details !== null && references.length <= mostDetails && !details.has(digest);
  const { artifact: text, common } = useText();
  const { bytes } = useFormat();
  if (references.length === 0) return <EmptyState icon="boxes" title={text.noParts} hint={text.noPartsHint} />;
  return (
    <section className="stack" aria-label={text.parts}>
      <h2>{text.parts}</h2>
      <Table
        label={text.parts}
        rows={indexParts(references)}
        rowKey={(part) => part.reference.child_digest}
        columns={[
          {
            label: text.platform,
            kind: "name",
            render: (part) => <PartName shown={shown} part={part} isAbsent={isAbsent(part.reference.child_digest)} />,
          },
          {
            label: text.digest,
            render: ({ reference: { child_digest } }) => (
              <DigestText
                digest={child_digest}
                to={isAbsent(child_digest) ? undefined : relatedAddress(shown, child_digest)}
              />
            ),
          },
          {
            label: text.provenance,
            render: ({ attestations }) =>
              attestations.map(({ child_digest }) => (
                <Link key={child_digest} to={relatedAddress(shown, child_digest)} title={child_digest}>
                  {text.attestation}
                </Link>
              )),
          },
          {
            label: text.pulled,
            render: ({ reference }) => <Time value={details?.get(reference.child_digest)?.pull_time} />,
          },
          {
            label: common.size,
            kind: "number",
            render: ({ reference }) => {
              const size = details?.get(reference.child_digest)?.size;
              return size === undefined ? "" : bytes(size);
            },
          },
        ]}
      />
    </section>
  );
}

function PartName({ shown, part: { reference, isAttestation }, isAbsent }: {
  shown: ShownArtifact;
  part: IndexPart;
  /** Whether the repository doesn't hold it. */
  isAbsent: boolean;
}) {
  const { artifact: text, repository } = useText();
  const subject = attestedDigest(reference);
  const name = isAttestation
    ? text.attestationOf(subject ? shortDigest(subject) : "?")
    : platformName(reference.platform) || text.unknownPlatform;
  return (
    <span className="row">
      {isAbsent ? name : <Link to={relatedAddress(shown, reference.child_digest)}>{name}</Link>}
      {isAbsent && <span className="soft">{repository.absent}</span>}
      {isAttestation && <Badge>{text.attestation}</Badge>}
    </span>
  );
}

/** Reads the parts of an index themselves, by digest; null until they are here. */
function useDetails({ project, repository }: ShownArtifact, references: Reference[]): Map<string, Artifact> | null {
  const digests = references.slice(0, mostDetails).map((reference) => reference.child_digest);
  const query = { q: `base=*,${oneOf("digest", digests)}`, page_size: mostDetails, with_tag: false };
  const path = digests.length > 0 ? withQuery(`${repositoryPath(project, repository)}/artifacts`, query) : null;
  const { value } = useResource<Artifact[]>(path);
  return value ? new Map(value.map((artifact) => [artifact.digest, artifact])) : null;
}
