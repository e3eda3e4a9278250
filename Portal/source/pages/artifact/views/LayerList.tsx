import { useState } from "react";
import { DigestText } from "../../../components/DigestText.tsx";
import { useFormat } from "../../../language/format.ts";
import { BuildCommand } from "../content/buildCommand.ts";
import { commandLine } from "../content/buildHistory.ts";
import { Descriptor } from "../content/manifest.ts";
import { shade, sharesOf } from "../content/shares.ts";

/** The layers of an artifact: a bar in which each is as wide as it is large, and a list that says the same in words. */
export function LayerList({ layers, commands }: {
  layers: Descriptor[];
  /** What made each layer, where that is known. */
  commands: Array<BuildCommand | undefined>;
}) {
  const [marked, setMarked] = useState<number | null>(null);
  const shares = sharesOf(layers);
  return (
    <>
      <div className="layer-bar" aria-hidden="true" onPointerLeave={() => setMarked(null)}>
        {shares.map((share, number) => (
          <div
            key={number}
            className="layer-segment"
            data-marked={number === marked || undefined}
            style={{ flexGrow: share, opacity: shade(share, shares) }}
            onPointerEnter={() => setMarked(number)}
          />
        ))}
      </div>
      <ol className="card card-flush layer-list">
        {layers.map((layer, number) => (
          <li
            key={number}
            className="layer"
            data-marked={number === marked || undefined}
            onPointerEnter={() => setMarked(number)}
            onPointerLeave={() => setMarked(null)}
            onFocus={() => setMarked(number)}
            onBlur={() => setMarked(null)}
          >
            <LayerRow layer={layer} command={commands[number]} share={shares[number] ?? 0} shares={shares} />
          </li>
        ))}
      </ol>
    </>
  );
}

function LayerRow({ layer, command, share, shares }: {
  layer: Descriptor;
  command: BuildCommand | undefined;
  share: number;
  shares: number[];
}) {
  const { bytes, percent, number } = useFormat();
  const name = command ? commandLine(command) : titleOf(layer);
  return (
    <>
      <span className="layer-swatch" style={{ opacity: shade(share, shares) }} />
      <div className="layer-name">
        {name && <code className="layer-command" title={name}>{name}</code>}
        <span className="row soft layer-details">
          <span className="wrap-anywhere">{layer.mediaType}</span>
          <DigestText digest={layer.digest} />
        </span>
      </div>
      <span className="layer-size number" title={`${number(layer.size)} B`}>{bytes(layer.size)}</span>
      <span className="layer-share number soft">{share > 0 && share < 0.005 ? "<1%" : percent(share)}</span>
    </>
  );
}

/** What a layer says of itself: the name of its file, or what it states. */
function titleOf({ annotations }: Descriptor): string {
  const names = [
    "org.opencontainers.image.title",
    "org.cncf.model.filepath",
    "org.cnai.model.filepath",
    "in-toto.io/predicate-type",
  ];
  return names.map((name) => annotations[name]).find(Boolean) ?? "";
}
