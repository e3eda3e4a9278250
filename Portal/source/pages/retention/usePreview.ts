import { useEffect, useState } from "react";
import { withQuery } from "../../api/paths.ts";
import type { RetentionPolicyReq, RetentionPreview } from "../../api/schema.ts";
import { API } from "../../platform/connection.ts";
import { RequestFailure } from "../../platform/failure.ts";
import { useResources } from "../../platform/useResource.ts";
import { useSettled } from "../../platform/useSettled.ts";

/** What a policy would do, as far as it is known. */
export interface PreviewAnswer {
  /** Of the policy before this one, while this one's is worked out. */
  value: RetentionPreview | null;
  failure: RequestFailure | null;
  isReading: boolean;
}

/** Milliseconds without a change after which the preview is asked for. */
const pause = 400;

/** Asks what a policy would do, each time it changes; null asks nothing. */
export function usePreview(request: RetentionPolicyReq | null, repository: string | null = null): PreviewAnswer {
  const { connection } = useResources();
  const key = useSettled(JSON.stringify(request), pause);
  const [answer, setAnswer] = useState<PreviewAnswer>({ value: null, failure: null, isReading: false });
  useEffect(() => {
    const body: RetentionPolicyReq | null = JSON.parse(key);
    if (body === null) return;
    const stop = new AbortController();
    const read = async () => {
      setAnswer(({ value }) => ({ value, failure: null, isReading: true }));
      try {
        const path = API + withQuery("/retentions/preview", { repository });
        const response = await connection.send(path, { method: "POST", body, signal: stop.signal });
        setAnswer({ value: await response.json(), failure: null, isReading: false });
      } catch (failure) {
        if (failure instanceof RequestFailure) setAnswer(({ value }) => ({ value, failure, isReading: false }));
      }
    };
    void read();
    return () => stop.abort();
  }, [connection, key, repository]);
  return answer;
}
