import { useEffect, useState } from "react";
import type { GeneralInfo } from "../../../api/schema.ts";
import { API } from "../../../platform/connection.ts";
import { RequestFailure } from "../../../platform/failure.ts";
import { useResources } from "../../../platform/useResource.ts";

/** Milliseconds by which the server's clock is ahead of the browser's, asked for once; null until it is known. */
export function useClockDifference(): number | null {
  const { connection } = useResources();
  const [difference, setDifference] = useState<number | null>(null);
  useEffect(() => {
    const measure = async () => {
      const before = Date.now();
      const response = await connection.sendOnce(`${API}/systeminfo`);
      // The server looked at its clock about half-way between.
      const here = (before + Date.now()) / 2;
      const { current_time }: GeneralInfo = await response.json();
      if (current_time) setDifference(Date.parse(current_time) - here);
    };
    measure().catch((error) => {
      // The rest of the page says that the server can't be reached.
      if (!(error instanceof RequestFailure)) throw error;
    });
  }, [connection]);
  return difference;
}
