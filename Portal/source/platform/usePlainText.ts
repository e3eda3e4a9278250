import { useEffect, useState } from "react";
import { API } from "./connection.ts";
import { RequestFailure } from "./failure.ts";
import { useResources } from "./useResource.ts";

/** A text that was asked for once. */
export interface PlainText {
  /** Null until it is there. */
  text: string | null;
  failure: RequestFailure | null;
}

/** Reads a text, such as a log, at a path of the management API: once, and again when `version` is another. */
export function usePlainText(path: string, version: string | number = ""): PlainText {
  const { connection } = useResources();
  const [answer, setAnswer] = useState<PlainText>({ text: null, failure: null });
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      try {
        const response = await connection.send(API + path, { signal: stop.signal });
        setAnswer({ text: await response.text(), failure: null });
      } catch (failure) {
        if (failure instanceof RequestFailure) setAnswer({ text: null, failure });
      }
    };
    void read();
    return () => stop.abort();
  }, [connection, path, version]);
  return answer;
}
