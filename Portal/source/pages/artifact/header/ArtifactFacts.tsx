import { PlatformList } from "../../../components/PlatformList.tsx";
import { Time } from "../../../components/Time.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { platformsOf } from "../../repository/artifacts/artifactKinds.ts";
import { ShownArtifact } from "../shownArtifact.ts";

/** How large an artifact is, for what it is, and when it was pushed and pulled. */
export function ArtifactFacts({ shown: { artifact } }: { shown: ShownArtifact }) {
  const { artifact: text, common } = useText();
  const { bytes, number } = useFormat();
  const platforms = platformsOf(artifact).filter(Boolean);
  return (
    <dl className="fact-strip">
      <div>
        <dt>{common.size}</dt>
        <dd title={`${number(artifact.size)} B`}>{bytes(artifact.size)}</dd>
      </div>
      {platforms.length > 0 && (
        <div>
          <dt>{platforms.length === 1 ? text.platform : text.platforms}</dt>
          <dd>
            <PlatformList platforms={platforms} shown={3} />
          </dd>
        </div>
      )}
      <div>
        <dt>{text.pushed}</dt>
        <dd>
          <Time value={artifact.push_time} />
        </dd>
      </div>
      <div>
        <dt>{text.pulled}</dt>
        <dd>
          <Time value={artifact.pull_time} />
        </dd>
      </div>
      {artifact.type === "UNKNOWN" && artifact.artifact_type && (
        <div>
          <dt>{text.artifactType}</dt>
          <dd className="wrap-anywhere">{artifact.artifact_type}</dd>
        </div>
      )}
    </dl>
  );
}
