import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { Answer, ResourceCache, Snapshot } from "./resourceCache.ts";
import { RequestFailure } from "./failure.ts";

/** The page's cache. */
export const ResourceContext = createContext<ResourceCache | null>(null);

/** Gives the cache, to send changes through. */
export function useResources(): ResourceCache {
  const cache = useContext(ResourceContext);
  if (!cache) throw new Error("useResources needs a ResourceContext around it");
  return cache;
}

/** A resource as a component sees it. */
export interface Resource<Value> {
  value: Value | undefined;
  /** Of how many elements the list is a page. */
  total: number | undefined;
  failure: RequestFailure | null;
  /** Whether there is nothing to show yet. */
  isLoading: boolean;
  /** Whether `value` is that of the path before this one, shown until this one's comes. */
  isPrevious: boolean;
  /** Whether it was read without anybody asking: what is new in it must not come in anybody's way. */
  isUnasked: boolean;
  refresh: () => void;
}

/** How a resource is read. */
export interface ResourceOptions {
  /** Milliseconds after which it is read again while the page is visible. */
  poll?: number;
  /** Shows the previous path's value until this one's comes: for lists whose page or filter changes. */
  keepPrevious?: boolean;
}

const nothing: Snapshot = { answer: null, failure: null, isLoading: false };

/** Reads a resource of the management API, by its path below `/api/v2.0`, and keeps it current; null reads nothing. */
export function useResource<Value>(path: string | null, options: ResourceOptions = {}): Resource<Value> {
  const cache = useResources();
  const subscribe = useCallback(
    (listener: () => void) => path === null ? () => {} : cache.subscribe(path, listener),
    [cache, path],
  );
  const snapshot = useSyncExternalStore(subscribe, () => path === null ? nothing : cache.snapshot(path));
  useRereading(cache, path, options.poll);
  const previous = useRef<Answer<unknown> | null>(null);
  useEffect(() => {
    if (snapshot.answer) previous.current = snapshot.answer;
  }, [snapshot]);
  const isPrevious = !snapshot.answer && !snapshot.failure && Boolean(options.keepPrevious) &&
    previous.current !== null;
  const answer = isPrevious ? previous.current : snapshot.answer;
  return useMemo(() => ({
    // The description of the API is what says that the answer has this type.
    value: answer?.value as Value | undefined,
    total: answer?.total ?? undefined,
    failure: snapshot.failure,
    isLoading: snapshot.isLoading && !answer,
    isPrevious,
    isUnasked: answer?.isUnasked ?? false,
    refresh: () => {
      if (path !== null) void cache.read(path);
    },
  }), [answer, snapshot, isPrevious, cache, path]);
}

/** Reads the resource again from time to time, and when the page is looked at or the network is back. */
function useRereading(cache: ResourceCache, path: string | null, poll: number | undefined): void {
  useEffect(() => {
    if (path === null) return;
    const isLookedAt = () => document.visibilityState === "visible" && navigator.onLine;
    const read = () => {
      if (isLookedAt()) void cache.read(path);
    };
    const readUnasked = () => {
      if (isLookedAt()) void cache.read(path, true);
    };
    const timer = poll ? setInterval(readUnasked, poll) : undefined;
    document.addEventListener("visibilitychange", read);
    addEventListener("online", read);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", read);
      removeEventListener("online", read);
    };
  }, [cache, path, poll]);
}
