import { EmptyState } from "../../../components/EmptyState.tsx";
import { useText } from "../../../language/text.ts";
import { ShownArtifact } from "../shownArtifact.ts";
import { Additions } from "./Additions.tsx";
import { ChartFacts } from "./ChartFacts.tsx";
import { ImageConfigurationFacts } from "./ImageConfigurationFacts.tsx";
import { RawConfiguration } from "./RawConfiguration.tsx";

/** What an artifact's configuration says: how an image starts, what a chart is, or the configuration itself. */
export function ConfigurationView({ shown }: { shown: ShownArtifact }) {
  const { artifact, kind } = shown;
  const { artifact: text } = useText();
  if (kind.name === "image") return <ImageConfigurationFacts attributes={artifact.extra_attrs} />;
  const attributes = artifact.extra_attrs ?? {};
  const isEmpty = Object.keys(attributes).length === 0;
  const hasAdditions = Object.keys(artifact.addition_links ?? {}).some((name) => name !== "build_history");
  if (isEmpty && !hasAdditions) {
    return <EmptyState icon="sliders-horizontal" title={text.noConfiguration} hint={text.noConfigurationHint} />;
  }
  return (
    <div className="stack stack-loose">
      {kind.name === "chart" && <ChartFacts attributes={attributes} />}
      <Additions shown={shown} />
      {kind.name !== "chart" && !isEmpty && <RawConfiguration attributes={attributes} />}
    </div>
  );
}
