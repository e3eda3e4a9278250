import { useMemo } from "react";
import { Button } from "../../../components/Button.tsx";
import { useCopy } from "../../../components/Copy.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { artifactAddress } from "../../../platform/addresses.ts";
import { saveFile } from "../../../platform/saveFile.ts";
import { indentedJSON } from "../content/jsonTokens.ts";
import { relatedAddress, ShownArtifact } from "../shownArtifact.ts";
import { JSONText } from "./JSONText.tsx";

/** Characters up to which a manifest is shown in colours. */
const mostInColours = 200_000;

/** The manifest: indented for reading, copied and saved as it was pushed. */
export function ManifestView({ shown }: { shown: ShownArtifact }) {
  return (
    <ResourceView resource={shown.manifestText} lines={10}>
      {(text) => <ManifestText shown={shown} text={text} />}
    </ResourceView>
  );
}

function ManifestText({ shown, text }: { shown: ShownArtifact; text: string }) {
  const { artifact } = shown;
  const copy = useCopy();
  const { artifact: words } = useText();
  const { bytes } = useFormat();
  const indented = useMemo(() => indentedJSON(text), [text]);
  const isLarge = indented.length > mostInColours;
  const type = artifact.manifest_media_type;
  const save = () => saveFile(`${artifact.digest.replace(":", "-")}.json`, type, text);
  return (
    <section className="stack" aria-label={words.view.manifest}>
      <div className="row row-between">
        <span className="soft wrap-anywhere">{`${type} · ${bytes(new Blob([text]).size)}`}</span>
        <div className="row">
          <Button icon="copy" onClick={() => copy(text)}>{words.copyManifest}</Button>
          <Button icon="download" onClick={save}>{words.downloadManifest}</Button>
        </div>
      </div>
      <div className="code">
        <pre tabIndex={0} role="group" aria-label={words.view.manifest}><code>
          {isLarge ? indented : <JSONText text={indented} addressOf={addressesIn(shown)} />}
        </code></pre>
      </div>
      <p className="soft">{isLarge ? words.tooLarge : words.manifestAsPushed}</p>
    </section>
  );
}

/** Knows the pages of the artifacts that a manifest names by their digests. */
function addressesIn(shown: ShownArtifact): (value: string) => string | undefined {
  const { manifest, project, repository } = shown;
  const parts = new Set(manifest?.manifests.map(({ digest }) => digest));
  return (value) => {
    if (value === manifest?.subject?.digest) return artifactAddress(project, repository, value);
    return parts.has(value) ? relatedAddress(shown, value) : undefined;
  };
}
