import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { FillBadge } from "./FillBadge.tsx";
import { Meter } from "./Meter.tsx";

/** Says how much storage is used, and of which limit if there is one. */
export function StorageUse({ used, limit }: {
  /** Bytes. */
  used: number;
  /** Bytes, or -1 for no limit. */
  limit: number;
}) {
  const { bytes } = useFormat();
  const { projects } = useText();
  if (limit < 0) return <span className="number">{bytes(used)}</span>;
  return (
    <span className="storage-use">
      <span className="row">
        <span className="number">{projects.usedOf(bytes(used), bytes(limit))}</span>
        <FillBadge used={used} limit={limit} />
      </span>
      <Meter label={projects.storage} used={used} limit={limit} />
    </span>
  );
}
