import type { Tag } from "../../../api/schema.ts";
import { artifactAddress } from "../../../platform/addresses.ts";
import { navigate } from "../../../platform/location.ts";
import { RemoveTagDialog } from "../../repository/actions/RemoveTagDialog.tsx";
import { ShownArtifact } from "../shownArtifact.ts";

/** Takes a tag off the artifact; if the page was reached by it, the digest takes its place in the address. */
export function TagRemoval({ shown, tag, onClose }: { shown: ShownArtifact; tag: Tag; onClose: () => void }) {
  const { project, repository, reference, artifact: { digest } } = shown;
  const goOn = () => {
    if (tag.name === reference) navigate(artifactAddress(project, repository, digest), { replace: true });
  };
  return <RemoveTagDialog tag={{ ...tag, digest }} place={shown} onRemoved={goOn} onClose={onClose} />;
}
