import { useCallback, useRef, useSyncExternalStore } from "react";
import { useResources } from "./useResource.ts";

/** Reads several resources of one kind; gives their values in the order of the paths, undefined until they are there. */
export function useManyResources<Value>(paths: string[]): Array<Value | undefined> {
  const cache = useResources();
  const last = useRef<unknown[]>([]);
  const key = JSON.stringify(paths);
  const subscribe = useCallback((listener: () => void) => {
    const ends = (JSON.parse(key) as string[]).map((path) => cache.subscribe(path, listener));
    return () => ends.forEach((end) => end());
  }, [cache, key]);
  const values = useSyncExternalStore(subscribe, () => {
    const next = paths.map((path) => cache.snapshot(path).answer?.value);
    const isSame = next.length === last.current.length && next.every((value, index) => value === last.current[index]);
    // The same array until a value changes, or React would render without end.
    if (!isSame) last.current = next;
    return last.current;
  });
  // The description of the API is what says that the answers have this type.
  return values as Array<Value | undefined>;
}
