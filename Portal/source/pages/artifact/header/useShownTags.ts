import type { Tag } from "../../../api/schema.ts";
import { exactly, withQuery } from "../../../api/paths.ts";
import { useResource } from "../../../platform/useResource.ts";
import { isDigest } from "../content/reference.ts";
import { pathOf, ShownArtifact } from "../shownArtifact.ts";

const noTags: Tag[] = [];

/** Gives the latest tags of an artifact, the one in the address first, and how many there are in all. */
export function useShownTags(shown: ShownArtifact): { tags: Tag[]; total: number } {
  const { artifact, reference } = shown;
  const latest = artifact.tags ?? noTags;
  const isCurrent = (tag: Tag) => tag.name === reference;
  const isMissing = !isDigest(reference) && !latest.some(isCurrent);
  const query = { q: exactly("name", reference), with_immutable_status: true };
  const { value: named = noTags } = useResource<Tag[]>(isMissing ? withQuery(`${pathOf(shown)}/tags`, query) : null);
  const current = (isMissing ? named : latest).filter(isCurrent);
  const tags = [...current, ...latest.filter((tag) => !isCurrent(tag))];
  return { tags, total: artifact.tag_count ?? tags.length };
}
