import { useEffect, useState } from "react";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { useSession } from "../../../session/session.ts";
import { useDuration } from "./useDuration.ts";

/** Milliseconds below which two clocks count as the same: half a second may pass on the way. */
const resolution = 1_500;

/** What the server is, where its clients find it, and its time. */
export function AboutServer({ clockDifference }: { clockDifference: number | null }) {
  const { health: text } = useText();
  const { info } = useSession();
  return (
    <section className="card">
      <h2 className="card-title">{text.about}</h2>
      <dl className="facts">
        <dt>{text.version}</dt>
        <dd className="mono">{info.harbor_version}</dd>
        <dt>{text.address}</dt>
        <dd className="mono">{info.external_url ?? location.origin}</dd>
        {clockDifference !== null && <ServerTime difference={clockDifference} />}
      </dl>
    </section>
  );
}

function ServerTime({ difference }: { difference: number }) {
  const { health: text } = useText();
  const { moment } = useFormat();
  const duration = useDuration();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const isSame = Math.abs(difference) < resolution;
  const words = difference < 0 ? text.clockBehind(duration(difference)) : text.clockAhead(duration(difference));
  return (
    <>
      <dt>{text.serverTime}</dt>
      <dd>
        <span className="number">{moment(new Date(now + difference))}</span>
        <div className="second-line">{isSame ? text.clockSame : words}</div>
      </dd>
    </>
  );
}
