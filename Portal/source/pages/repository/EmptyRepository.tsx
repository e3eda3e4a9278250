import { PushCommands } from "../../components/ClientCommands.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useText } from "../../language/text.ts";
import { RepositoryPlace } from "./repositoryPlace.ts";

/** Stands for the artifacts of a repository that holds none: how to push the first. */
export function EmptyRepository({ place }: { place: RepositoryPlace }) {
  const { repository: text } = useText();
  const mayPush = place.may("repository", "push");
  return (
    <>
      <EmptyState icon="package-open" title={text.empty} hint={mayPush ? text.emptyHint : text.emptyVisitorHint} />
      {mayPush && (
        <div className="card">
          <PushCommands project={place.project} repository={place.repository} />
        </div>
      )}
    </>
  );
}
