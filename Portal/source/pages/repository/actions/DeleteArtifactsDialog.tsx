import type { Artifact } from "../../../api/schema.ts";
import { artifactPath, exactly, repositoryPath } from "../../../api/paths.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { useText } from "../../../language/text.ts";
import { RequestFailure } from "../../../platform/failure.ts";
import { useChange } from "../../../platform/useChange.ts";
import { useResources } from "../../../platform/useResource.ts";
import { TrashHint } from "./TrashHint.tsx";
import { chosenName } from "../chosenName.ts";
import { RepositoryPlace } from "../repositoryPlace.ts";
import { useUndoDeletion } from "../useUndoDeletion.ts";
import { deletionSummary } from "./deletionSummary.ts";

/** Deletes artifacts, after saying what goes along with them, and offers to bring them back. */
export function DeleteArtifactsDialog({ artifacts, place, onClose, onDeleted }: {
  artifacts: Artifact[];
  place: RepositoryPlace;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const { repository: text, common } = useText();
  const change = useDeletion(artifacts, place, onDeleted);
  const [first] = artifacts;
  const name = chosenName(first, place.reference);
  const { tags, tagCount, children, accessories, immutable } = deletionSummary(artifacts);
  return (
    <ConfirmDialog
      title={artifacts.length > 1 ? text.deleteMany(artifacts.length) : text.deleteOne(name)}
      submit={common.delete}
      change={change}
      onClose={onClose}
    >
      {immutable.length > 0 && <Notice kind="warning">{text.hasImmutable(immutable.slice(0, 5).join(", "))}</Notice>}
      <div>
        <p>{text.goesAlong}</p>
        <ul className="bullets">
          {tagCount > 0 && <li>{text.tagsGo(tagCount, tags.slice(0, 5).join(", "))}</li>}
          {children > 0 && <li>{text.childrenGo(children)}</li>}
          {accessories > 0 && <li>{text.accessoriesGo(accessories)}</li>}
          {tagCount + children + accessories === 0 && <li>{text.nothingGoes}</li>}
        </ul>
      </div>
      <TrashHint />
    </ConfirmDialog>
  );
}

function useDeletion(artifacts: Artifact[], place: RepositoryPlace, onDeleted: () => void) {
  const { repository: text } = useText();
  const cache = useResources();
  const offerUndo = useUndoDeletion(place.project);
  return useChange(async () => {
    const gone: string[] = [];
    try {
      for (const { digest } of artifacts) {
        await ignoreAbsent(cache.change(artifactPath(place.project, place.repository, digest), { method: "DELETE" }));
        gone.push(digest);
      }
    } finally {
      // What was deleted before a failure is gone too, and can be brought back.
      if (gone.length > 0) {
        cache.invalidate(repositoryPath(place.project, place.repository));
        onDeleted();
        void offerUndo(
          text.artifactsDeleted(gone.length),
          gone.map((digest) =>
            ["kind=artifact", exactly("repository_name", place.fullName), exactly("digest", digest)].join(",")
          ),
        );
      }
    }
  });
}

/** An artifact may have gone along with one that was deleted just before. */
async function ignoreAbsent(deletion: Promise<unknown>): Promise<void> {
  try {
    await deletion;
  } catch (error) {
    if (!(error instanceof RequestFailure) || error.status !== 404) throw error;
  }
}
