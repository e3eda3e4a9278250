import { useEffect, useRef, useState } from "react";
import { API } from "../../platform/connection.ts";
import { RequestFailure } from "../../platform/failure.ts";
import { useResources } from "../../platform/useResource.ts";

/** Milliseconds between two looks at a log. */
const pause = 1_000;
/** Most characters of a log that are kept: its end. */
const capacity = 512 * 1024;

/** What is known of a log. */
export interface FollowedLog {
  text: string;
  failure: RequestFailure | null;
}

/** Reads the log at a path of the management API, and while it grows again and again what has come after it. */
export function useFollowedLog(path: string, isGrowing: boolean): FollowedLog {
  const { connection } = useResources();
  const [log, setLog] = useState<FollowedLog>({ text: "", failure: null });
  const grows = useRef(isGrowing);
  grows.current = isGrowing;
  useEffect(() => {
    const stop = new AbortController();
    let position = "0";
    const read = async () => {
      // What is written last may come after this reading: only one that began when all was written is the last.
      let mayHaveMore = grows.current;
      try {
        const response = await connection.send(`${API}${path}?after=${position}`, {
          signal: stop.signal,
          isUnasked: true,
        });
        const more = await response.text();
        position = response.headers.get("X-Log-Position") ?? position;
        mayHaveMore ||= more !== "";
        setLog((known) =>
          more || known.failure ? { text: (known.text + more).slice(-capacity), failure: null } : known
        );
      } catch (failure) {
        mayHaveMore = true;
        if (failure instanceof RequestFailure) {
          mayHaveMore = !failure.isWithdrawn;
          setLog((known) => ({ ...known, failure }));
        }
      }
      if (mayHaveMore && !stop.signal.aborted) timer = setTimeout(read, pause);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    void read();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [connection, path]);
  return log;
}
