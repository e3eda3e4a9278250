import { useEffect, useState } from "react";
import { API } from "../../platform/connection.ts";
import { RequestFailure } from "../../platform/failure.ts";
import { useResources } from "../../platform/useResource.ts";

/** Milliseconds between two looks at a log. */
const pause = 1_000;

/** What is known of a log. */
export interface FollowedLog {
  text: string;
  failure: RequestFailure | null;
}

/** Reads the log at a path of the management API, and again and again what has come after it. */
export function useFollowedLog(path: string): FollowedLog {
  const { connection } = useResources();
  const [log, setLog] = useState<FollowedLog>({ text: "", failure: null });
  useEffect(() => {
    const stop = new AbortController();
    let position = "0";
    const read = async () => {
      try {
        const response = await connection.send(`${API}${path}?after=${position}`, { signal: stop.signal });
        const more = await response.text();
        position = response.headers.get("X-Log-Position") ?? position;
        if (more) setLog((known) => ({ text: known.text + more, failure: null }));
      } catch (failure) {
        if (failure instanceof RequestFailure) setLog((known) => ({ ...known, failure }));
      }
      if (!stop.signal.aborted) timer = setTimeout(read, pause);
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
