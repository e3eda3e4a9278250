import type { Accessory, Artifact, Reference } from "../../../api/schema.ts";
import { oneOf, repositoryPath, withQuery } from "../../../api/paths.ts";
import { DigestText } from "../../../components/DigestText.tsx";
import { Icon, IconName } from "../../../components/Icon.tsx";
import { platformName } from "../../../components/PlatformList.tsx";
import { Time } from "../../../components/Time.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { partAddress } from "../../../platform/addresses.ts";
import { useResource } from "../../../platform/useResource.ts";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { accessoryIcons, accessoryKind, attestedDigest, isAttestation } from "./artifactKinds.ts";

/** The rows below an artifact: the images of an index with platform and size, then what refers to it. */
export function ArtifactParts({ artifact, place, hasSelection }: {
  artifact: Artifact;
  place: RepositoryPlace;
  /** Whether the table has a column for the selection. */
  hasSelection: boolean;
}) {
  const { repository: text } = useText();
  const children = artifact.references ?? [];
  const whole = artifact.tags?.[0]?.name ?? artifact.digest;
  const found = useChildren(place, children);
  const nameOf = (child: Reference) => {
    if (!isAttestation(child)) return platformName(child.platform) || text.unknownPlatform;
    const subject = children.find((other) => other.child_digest === attestedDigest(child));
    return text.attestationOf(platformName(subject?.platform));
  };
  return (
    <>
      {children.map((child) => (
        <PartRow
          key={child.child_digest}
          {...{ place, whole, hasSelection }}
          icon={isAttestation(child) ? "file-text" : "cpu"}
          name={nameOf(child)}
          digest={child.child_digest}
          size={found?.find((each) => each.digest === child.child_digest)?.size}
          pushed={found?.find((each) => each.digest === child.child_digest)?.push_time}
          isAbsent={found !== undefined && !found.some((each) => each.digest === child.child_digest)}
        />
      ))}
      {artifact.accessories?.map((accessory) => (
        <AccessoryRow key={accessory.digest} {...{ accessory, place, whole, hasSelection }} />
      ))}
    </>
  );
}

/** Reads the artifacts that an index lists; some may be absent. */
function useChildren(place: RepositoryPlace, children: Reference[]): Artifact[] | undefined {
  const digests = children.slice(0, 50).map((child) => child.child_digest);
  const path = `${repositoryPath(place.project, place.repository)}/artifacts`;
  // The address gets long, but not longer than servers take: an index of more images is not one that people unfold.
  const query = { q: `base=*,${oneOf("digest", digests)}`, page_size: 100 };
  return useResource<Artifact[]>(digests.length > 0 ? withQuery(path, query) : null).value;
}

function AccessoryRow({ accessory, ...rest }: {
  accessory: Accessory;
  place: RepositoryPlace;
  whole: string;
  hasSelection: boolean;
}) {
  const { repository: text } = useText();
  const kind = accessoryKind(accessory);
  const name = kind === "other" ? accessory.artifact_type || text.kinds.other : text.kinds[kind];
  const { digest, size, creation_time: pushed } = accessory;
  return <PartRow {...rest} icon={accessoryIcons[kind]} {...{ name, digest, size, pushed }} />;
}

function PartRow({ place, whole, hasSelection, icon, name, digest, size, pushed, isAbsent = false }: {
  place: RepositoryPlace;
  /** The artifact that it is a part of, by tag or digest. */
  whole: string;
  hasSelection: boolean;
  icon: IconName;
  name: string;
  digest: string;
  size?: number;
  pushed?: string;
  /** Whether the repository doesn't hold it. */
  isAbsent?: boolean;
}) {
  const { repository: text, common } = useText();
  const { bytes } = useFormat();
  const address = partAddress(place.project, place.repository, whole, digest);
  return (
    <tr className="artifact-part">
      {hasSelection && <td className="cell-select" />}
      <th scope="row">
        <div className="row artifact-facts">
          <Icon name={icon} size={14} />
          <span>{name}</span>
          <DigestText digest={digest} to={isAbsent ? undefined : address} />
          {isAbsent && <span className="soft">{text.absent}</span>}
        </div>
      </th>
      <td className="cell-end number" data-label={common.size}>{size === undefined ? "" : bytes(size)}</td>
      <td className="cell-tight" data-label={text.pushed}>{pushed && <Time value={pushed} />}</td>
      <td className="cell-tight" />
      <td className="cell-tight" />
    </tr>
  );
}
