import type { Tag } from "../../../api/schema.ts";
import { Icon } from "../../../components/Icon.tsx";
import { Link } from "../../../components/Link.tsx";
import { useText } from "../../../language/text.ts";
import { artifactAddress } from "../../../platform/addresses.ts";
import { ShownArtifact } from "../shownArtifact.ts";

/** A tag that leads to what it names, with a button that takes it off or a lock if a rule keeps it. */
export function TagChip({ shown: { project, repository, reference }, tag, onRemove }: {
  shown: ShownArtifact;
  tag: Tag;
  onRemove?: () => void;
}) {
  const { artifact, repository: text } = useText();
  return (
    <span className="artifact-tag" data-current={tag.name === reference || undefined}>
      <Link
        to={artifactAddress(project, repository, tag.name)}
        aria-current={tag.name === reference ? "page" : undefined}
      >
        {tag.name}
      </Link>
      {tag.immutable && (
        <span className="artifact-tag-mark" title={artifact.immutable}>
          <Icon name="lock" size={12} />
          <span className="visually-hidden">{artifact.immutable}</span>
        </span>
      )}
      {onRemove && (
        <button
          type="button"
          className="chip-button"
          aria-label={text.removeTag(tag.name)}
          title={text.removeTag(tag.name)}
          onClick={onRemove}
        >
          <Icon name="x" size={12} />
        </button>
      )}
    </span>
  );
}
