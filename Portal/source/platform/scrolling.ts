import { useEffect, useLayoutEffect, useRef } from "react";
import { navigated } from "./location.ts";

/** How far each entry of the history was scrolled, by the number that it got. */
const positions = new Map<number, number>();
/** Milliseconds for which a page may grow until it is as long as it was. */
const patience = 10_000;

let nextEntry = 1;
let isGoingBack = false;

/** The number of the history's current entry; it gets one if it has none. */
function currentEntry(): number {
  const state: unknown = history.state;
  if (typeof state === "object" && state !== null && "entry" in state && typeof state.entry === "number") {
    nextEntry = Math.max(nextEntry, state.entry + 1);
    return state.entry;
  }
  const entry = nextEntry++;
  history.replaceState({ entry }, "");
  return entry;
}

/** Shows a new page from its top, and one that was gone back to where it was left. */
export function useScrolling(path: string): void {
  const isFirst = useRef(true);
  useEffect(watch, []);
  useLayoutEffect(() => {
    const entry = currentEntry();
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (!isGoingBack) {
      scrollTo(0, 0);
      return;
    }
    isGoingBack = false;
    return scrollWhenLongEnough(positions.get(entry) ?? 0);
  }, [path]);
}

/** Remembers where pages are scrolled to. */
function watch(): () => void {
  history.scrollRestoration = "manual";
  const remember = () => positions.set(currentEntry(), scrollY);
  addEventListener("scroll", remember, { passive: true });
  return () => removeEventListener("scroll", remember);
}

// Listeners are called in the order in which they came: these before those that show the page.
addEventListener("popstate", () => isGoingBack = true);
addEventListener(navigated, () => isGoingBack = false);

/** Scrolls as soon as the page's content is there, unless somebody scrolls first. */
function scrollWhenLongEnough(top: number): () => void {
  const attempt = () => {
    scrollTo(0, top);
    if (Math.abs(scrollY - top) < 2) stop();
  };
  const growth = new ResizeObserver(attempt);
  const timer = setTimeout(() => stop(), patience);
  const stop = () => {
    growth.disconnect();
    clearTimeout(timer);
    for (const kind of ["wheel", "touchstart", "keydown"]) removeEventListener(kind, stop);
  };
  for (const kind of ["wheel", "touchstart", "keydown"]) addEventListener(kind, stop, { passive: true });
  growth.observe(document.body);
  return stop;
}
