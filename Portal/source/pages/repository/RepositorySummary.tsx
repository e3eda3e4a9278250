import type { Repository } from "../../api/schema.ts";
import { PullCommand, PushCommands } from "../../components/ClientCommands.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Button } from "../../components/Button.tsx";
import { Time } from "../../components/Time.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useParameter } from "../../platform/location.ts";
import { shortDigest } from "../../components/DigestText.tsx";
import { contentKind } from "../../components/registryClients.ts";
import { FormerNames } from "./FormerNames.tsx";
import { RepositoryPlace } from "./repositoryPlace.ts";
import { NewestArtifact, useNewestArtifact } from "./useNewestArtifact.ts";

/** What a repository is for clients: the command that pulls its newest tag, and how it has been used. */
export function RepositorySummary({ repository, place }: { repository: Repository; place: RepositoryPlace }) {
  const { repository: text } = useText();
  const newest = useNewestArtifact(place);
  const [dialog, setDialog] = useParameter("dialog");
  if (repository.artifact_count === 0 && !newest) return null;
  return (
    <div className="columns repository-summary">
      <section className="card" aria-labelledby="repository-pull">
        <div className="card-title">
          <h2 id="repository-pull">
            {text.pull} {newest && <code>{shownReference(newest.reference)}</code>}
          </h2>
          {place.may("repository", "push") && (
            <Button kind="link" icon="upload" onClick={() => setDialog("push")}>{text.pushCommands}</Button>
          )}
        </div>
        {newest && (
          <PullCommand
            project={place.project}
            repository={place.repository}
            reference={newest.reference}
            type={newest.type}
          />
        )}
      </section>
      <RepositoryFacts repository={repository} place={place} newest={newest} />
      {dialog === "push" && (
        <Dialog
          title={text.pushTo(place.fullName)}
          isWide
          onClose={() => setDialog("", { replace: true })}
        >
          <PushCommands project={place.project} repository={place.repository} kind={contentKind(newest?.type)} />
        </Dialog>
      )}
    </div>
  );
}

function RepositoryFacts(
  { repository, place, newest }: { repository: Repository; place: RepositoryPlace; newest: NewestArtifact | null },
) {
  const { repository: text, common } = useText();
  const { number, bytes } = useFormat();
  return (
    <aside className="card" aria-label={text.facts}>
      <dl className="facts">
        <dt>{common.updated}</dt>
        <dd>
          <Time value={repository.update_time} />
        </dd>
        <dt>{text.artifacts}</dt>
        <dd className="number">{number(repository.artifact_count)}</dd>
        {newest && (
          <>
            <dt>{text.tags}</dt>
            <dd className="number">{number(newest.tagCount)}</dd>
            <dt>{text.newestSize}</dt>
            <dd className="number">{bytes(newest.size)}</dd>
          </>
        )}
        <dt>{text.pulls}</dt>
        <dd className="number">{number(repository.pull_count)}</dd>
        <FormerNames place={place} />
      </dl>
    </aside>
  );
}

function shownReference(reference: string): string {
  return reference.includes(":") ? shortDigest(reference) : reference;
}
