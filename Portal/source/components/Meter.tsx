import { fillLevel } from "./fillLevel.ts";
import { useFormat } from "../language/format.ts";

/** Shows how much of a limit is used: from 85 % in a warning colour, from 100 % in that of danger. */
export function Meter({ label, used, limit }: { label: string; used: number; limit: number }) {
  const { percent } = useFormat();
  const share = limit > 0 ? used / limit : 0;
  const level = fillLevel(used, limit);
  return (
    <div
      className={`meter meter-${level}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.min(100, Math.round(share * 100))}
      aria-valuetext={percent(share)}
    >
      <div className="meter-fill" style={{ width: `${Math.min(100, share * 100)}%` }} />
    </div>
  );
}
