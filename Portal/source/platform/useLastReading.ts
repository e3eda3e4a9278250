import { useEffect, useRef } from "react";
import { Resource } from "./useResource.ts";

/** Reads a resource once more when what it tells of has ended: what was read while it went on may be older than the end. */
export function useLastReading(resource: Resource<unknown>, isUnderWay: boolean): void {
  const wentOn = useRef(isUnderWay);
  const { refresh } = resource;
  useEffect(() => {
    if (wentOn.current && !isUnderWay) refresh();
    wentOn.current = isUnderWay;
  }, [isUnderWay, refresh]);
}
