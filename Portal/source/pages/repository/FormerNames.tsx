import type { FormerName } from "../../api/schema.ts";
import { repositoryPath } from "../../api/paths.ts";
import { useText } from "../../language/text.ts";
import { useResource } from "../../platform/useResource.ts";
import { RepositoryPlace } from "./repositoryPlace.ts";

/** The names that a repository had before and that still lead to it; nothing for those who may not know them. */
export function FormerNames({ place }: { place: RepositoryPlace }) {
  const { repository: text } = useText();
  const path = `${repositoryPath(place.project, place.repository)}/former-names`;
  const { value } = useResource<FormerName[]>(place.may("repository", "read") ? path : null);
  if (!value || value.length === 0) return null;
  return (
    <>
      <dt>{text.formerNames}</dt>
      <dd className="mono">{value.map(({ name }) => name).join(", ")}</dd>
    </>
  );
}
