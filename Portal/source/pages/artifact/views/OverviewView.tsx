import { EmptyState } from "../../../components/EmptyState.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { useResource } from "../../../platform/useResource.ts";
import { isIndex } from "../../repository/artifacts/artifactKinds.ts";
import { buildSteps, commandsOfLayers, HistoryEntry } from "../content/buildHistory.ts";
import { Descriptor } from "../content/manifest.ts";
import { pathOf, ShownArtifact } from "../shownArtifact.ts";
import { IndexParts } from "./IndexParts.tsx";
import { LayerList } from "./LayerList.tsx";

/** What an artifact is made of: the layers of an image, the images of an index. */
export function OverviewView({ shown }: { shown: ShownArtifact }) {
  if (isIndex(shown.artifact)) return <IndexParts shown={shown} />;
  return (
    <ResourceView resource={shown.manifestText} lines={6}>
      {() => <Layers shown={shown} layers={shown.manifest?.layers ?? []} />}
    </ResourceView>
  );
}

function Layers({ shown, layers }: { shown: ShownArtifact; layers: Descriptor[] }) {
  const path = shown.kind.name === "image" ? `${pathOf(shown)}/additions/build_history` : null;
  const { value: history = [] } = useResource<HistoryEntry[]>(path);
  const { artifact: text } = useText();
  const { bytes } = useFormat();
  if (layers.length === 0) return <EmptyState icon="layers" title={text.noLayers} hint={text.noLayersHint} />;
  const size = layers.reduce((sum, layer) => sum + layer.size, 0);
  return (
    <section className="stack">
      <div className="row row-between">
        <h2>{shown.kind.name === "image" ? text.layers : text.content}</h2>
        <span className="soft number">{`${text.layerCount(layers.length)} · ${bytes(size)}`}</span>
      </div>
      <LayerList layers={layers} commands={commandsOfLayers(buildSteps(history, layers), layers)} />
    </section>
  );
}
