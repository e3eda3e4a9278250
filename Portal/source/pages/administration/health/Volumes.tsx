import type { SystemInfo } from "../../../api/schema.ts";
import { Meter } from "../../../components/Meter.tsx";
import { ResourceView } from "../../../components/ResourceView.tsx";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { Resource } from "../../../platform/useResource.ts";

/** How full the file systems below the storage are. */
export function Volumes({ system }: { system: Resource<SystemInfo> }) {
  const { health: text } = useText();
  return (
    <section className="card">
      <h2 className="card-title">{text.storage}</h2>
      <ResourceView resource={system}>
        {({ storage }) => {
          const known = storage.filter(({ total }) => total > 0);
          return known.length === 0 ? <p className="soft">{text.noVolumes}</p> : (
            <div className="stack">
              {known.map((volume, index) => <Volume key={index} number={index + 1} {...volume} />)}
              <p className="second-line">{text.volumeHint}</p>
            </div>
          );
        }}
      </ResourceView>
    </section>
  );
}

function Volume({ number, total, free }: { number: number; total: number; free: number }) {
  const { health: text } = useText();
  const { bytes, percent } = useFormat();
  const used = total - free;
  return (
    <div className="stack stack-tight">
      <div className="row row-between">
        <span className="number">{text.volumeUse(bytes(used), bytes(total))}</span>
        <span className="soft number">{percent(used / total)}</span>
      </div>
      <Meter label={text.volume(number)} used={used} limit={total} />
      <span className="soft number">{text.free(bytes(free))}</span>
    </div>
  );
}
