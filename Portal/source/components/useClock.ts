import { useSyncExternalStore } from "react";

/** Milliseconds after which what depends on the time is shown anew. */
const renewal = 30_000;

/** One timer for all that is on the page: a list has a time or two in each row. */
let timer: ReturnType<typeof setInterval> | undefined;
let ticks = 0;
const listeners = new Set<() => void>();

/** Has a component shown anew twice a minute, for words such as `3 hours ago`. */
export function useClock(): void {
  useSyncExternalStore(subscribe, () => ticks);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, renewal);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  ticks++;
  for (const listener of listeners) listener();
}
