import type { Artifact } from "../../../api/schema.ts";
import { DigestText } from "../../../components/DigestText.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { LabelChip } from "../../../components/LabelChip.tsx";
import { Link } from "../../../components/Link.tsx";
import { PlatformList } from "../../../components/PlatformList.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { artifactAddress, repositoryAddress } from "../../../platform/addresses.ts";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { AccessoryBadges } from "./AccessoryBadges.tsx";
import { artifactKind, platformsOf } from "./artifactKinds.ts";

/** Tags of an artifact that are shown in its row. */
const shownTags = 5;

/** What an artifact is: its tags, and below them digest, kind, platforms, signatures and labels. */
export function ArtifactSummary({ artifact, place }: { artifact: Artifact; place: RepositoryPlace }) {
  const text = useText();
  const kind = artifactKind(artifact, text);
  const address = artifactAddress(place.project, place.repository, artifact.digest);
  const platforms = platformsOf(artifact).filter(Boolean);
  return (
    <div className="artifact-summary">
      <ArtifactTags artifact={artifact} place={place} />
      <div className="row artifact-facts">
        <span className="artifact-kind soft">
          <Icon name={kind.icon} size={14} />
          {kind.label}
        </span>
        <DigestText digest={artifact.digest} to={address} />
        {platforms.length > 0 && <PlatformList platforms={platforms} />}
        <AccessoryBadges accessories={artifact.accessories ?? []} />
        {artifact.labels?.map((label) => <LabelChip key={label.id} label={label} />)}
      </div>
    </div>
  );
}

function ArtifactTags({ artifact, place }: { artifact: Artifact; place: RepositoryPlace }) {
  const { repository: text } = useText();
  const { number } = useFormat();
  const tags = artifact.tags ?? [];
  const count = artifact.tag_count ?? tags.length;
  if (count === 0) return <span className="soft">{text.untagged}</span>;
  const rest = count - Math.min(tags.length, shownTags);
  const all = `${repositoryAddress(place.project, place.repository)}?view=tags&of=${artifact.digest}`;
  return (
    <span className="row artifact-tags">
      {tags.slice(0, shownTags).map((tag) => (
        <Link
          key={tag.id}
          className="tag-chip"
          title={tag.name}
          to={artifactAddress(place.project, place.repository, tag.name)}
        >
          {tag.immutable && <Icon name="lock" size={12} />}
          {tag.immutable && <span className="visually-hidden">{text.immutable}</span>}
          <span className="tag-chip-name">{tag.name}</span>
        </Link>
      ))}
      {rest > 0 && <Link className="tag-chip" to={all} aria-label={text.moreTags(rest)}>{`+${number(rest)}`}</Link>}
    </span>
  );
}
