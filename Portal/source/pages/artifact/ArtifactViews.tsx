import { Tabs } from "../../components/Page.tsx";
import { useText } from "../../language/text.ts";
import { useParameters, usePath } from "../../platform/location.ts";
import { isIndex } from "../repository/artifacts/artifactKinds.ts";
import { ShownArtifact } from "./shownArtifact.ts";
import { AnnotationsView } from "./views/AnnotationsView.tsx";
import { ConfigurationView } from "./views/ConfigurationView.tsx";
import { HistoryView } from "./views/HistoryView.tsx";
import { ManifestView } from "./views/ManifestView.tsx";
import { OverviewView } from "./views/OverviewView.tsx";
import { ReferencesView } from "./views/ReferencesView.tsx";
import { ReferrersView } from "./views/ReferrersView.tsx";

/** A part of an artifact's page; the address has it as `view`. */
type ViewName = "overview" | "history" | "configuration" | "annotations" | "references" | "referrers" | "manifest";

const views: Record<ViewName, (properties: { shown: ShownArtifact }) => JSX.Element> = {
  overview: OverviewView,
  history: HistoryView,
  configuration: ConfigurationView,
  annotations: AnnotationsView,
  references: ReferencesView,
  referrers: ReferrersView,
  manifest: ManifestView,
};

const names: ViewName[] = [
  "overview",
  "history",
  "configuration",
  "annotations",
  "references",
  "referrers",
  "manifest",
];

/** The parts of an artifact's page as tabs, and the one that the address names. */
export function ArtifactViews({ shown }: { shown: ShownArtifact }) {
  const { artifact: text } = useText();
  const parameters = useParameters();
  const path = usePath();
  const visible = names.filter((name) => isVisible(name, shown));
  const wanted = parameters.get("view");
  const current = visible.find((name) => name === wanted) ?? "overview";
  const View = views[current];
  const address = (name: ViewName) => {
    const kept = { in: parameters.get("in"), view: name === "overview" ? null : name };
    const query = new URLSearchParams(Object.entries(kept).filter((entry): entry is [string, string] => !!entry[1]));
    return query.size > 0 ? `${path}?${query}` : path;
  };
  const label = (name: ViewName) => {
    const count = counts[name]?.(shown);
    const word = name === "configuration" && shown.kind.name === "chart" ? text.view.chart : text.view[name];
    return count ? text.counted(word, count) : word;
  };
  return (
    <>
      <Tabs
        label={text.views}
        tabs={visible.map((name) => ({ label: label(name), to: address(name) }))}
        current={address(current)}
      />
      <View shown={shown} />
    </>
  );
}

function isVisible(name: ViewName, { artifact, kind }: ShownArtifact): boolean {
  if (name === "history") return kind.name === "image";
  return name !== "configuration" || !isIndex(artifact);
}

const counts: Partial<Record<ViewName, (shown: ShownArtifact) => number>> = {
  annotations: ({ artifact }) => Object.keys(artifact.annotations ?? {}).length,
  referrers: ({ artifact }) => artifact.accessories?.length ?? 0,
};
