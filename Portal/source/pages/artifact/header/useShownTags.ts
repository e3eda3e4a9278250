import type { Tag } from "../../../api/schema.ts";
import { withQuery } from "../../../api/paths.ts";
import { useResource } from "../../../platform/useResource.ts";
import { isDigest } from "../content/artifactKind.ts";
import { pathOf, ShownArtifact } from "../shownArtifact.ts";

/** Most tags that are shown without asking. */
const shownTags = 12;

/** Reads the latest tags of an artifact, the one in the address first, and how many there are in all. */
export function useShownTags(shown: ShownArtifact): { tags: Tag[]; total: number } | null {
  const { reference } = shown;
  const path = `${pathOf(shown)}/tags`;
  const query = { page_size: shownTags, sort: "-push_time", with_immutable_status: true };
  const { value: latest, total = 0 } = useResource<Tag[]>(withQuery(path, query));
  const isMissing = latest !== undefined && !isDigest(reference) && latest.every((tag) => tag.name !== reference);
  const named = useResource<Tag[]>(isMissing ? withQuery(path, { ...query, q: `name=${reference}` }) : null);
  if (!latest) return null;
  const isCurrent = (tag: Tag) => tag.name === reference;
  const current = (isMissing ? named.value ?? [] : latest).filter(isCurrent);
  return { tags: [...current, ...latest.filter((tag) => !isCurrent(tag))], total };
}
