import { EmptyState } from "../../../components/EmptyState.tsx";
import { useText } from "../../../language/text.ts";
import { ShownArtifact } from "../shownArtifact.ts";
import { AnnotationTable } from "./AnnotationTable.tsx";

/** What tools have noted in the artifact's manifest. */
export function AnnotationsView({ shown }: { shown: ShownArtifact }) {
  const { artifact: text } = useText();
  const annotations = shown.artifact.annotations ?? {};
  if (Object.keys(annotations).length === 0) {
    return <EmptyState icon="file-text" title={text.noAnnotations} hint={text.noAnnotationsHint} />;
  }
  return <AnnotationTable label={text.view.annotations} annotations={annotations} />;
}
