import { useMemo, useSyncExternalStore } from "react";

/** Says that the address of the page was changed by `navigate`. */
export const navigated = "haven:navigate";

/** Says whether the page may be left for an address. */
type LeaveQuestion = (address: string) => boolean;

/** Somebody who is to be asked before the page is left. */
interface Guard {
  ask: LeaveQuestion;
  /** A parameter of the address that stands for a part of the page: without its value, what is guarded isn't shown. */
  parameter?: string;
}

/** Whom to ask before the page is left: each form that has something unsaved. */
let guards: Guard[] = [];
/** The page's whole address while somebody is to be asked: the browser has another one already when it goes back. */
let guarded = "";

/** Has `ask` decide whether the page is left for another path or value of `parameter`, until the returned function is called. */
export function askBeforeLeaving(ask: LeaveQuestion, parameter?: string): () => void {
  const own = { ask, parameter };
  guards = [...guards, own];
  guarded = currentAddress();
  return () => {
    guards = guards.filter((guard) => guard !== own);
  };
}

/** Whether nobody minds going from one address of the portal to another; the first that does is asked. */
function mayLeave(from: string, to: string): boolean {
  const [before, after] = [new URL(from, location.href), new URL(to, location.href)];
  const isLeft = ({ parameter = "" }: Guard) =>
    before.pathname !== after.pathname || before.searchParams.get(parameter) !== after.searchParams.get(parameter);
  return guards.every((guard) => !isLeft(guard) || guard.ask(to));
}

/** Keeps Back and Forward from leaving a page that must not be left. */
function holdBack(event: Event): void {
  if (guards.length === 0 || mayLeave(guarded, currentAddress())) {
    guarded = currentAddress();
    return;
  }
  event.stopImmediatePropagation();
  // The browser is there already: the page's address comes back in front of it.
  history.pushState(null, "", guarded);
}

function currentAddress(): string {
  return location.pathname + location.search + location.hash;
}

// Listeners of the window are called in the order in which they came: this one is the first.
addEventListener("popstate", holdBack);

/** How an address is gone to. */
export interface NavigationOptions {
  /** Whether it takes the place of the one before, so that Back doesn't lead there. */
  replace?: boolean;
  /** Whether nobody is asked any more: what is unsaved has no place left, or somebody has said that it may go. */
  isDecided?: boolean;
}

/** Goes to an address of the portal. */
export function navigate(address: string, options: NavigationOptions = {}): void {
  if (!options.isDecided && !mayLeave(currentAddress(), address)) return;
  if (options.replace) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
  guarded = currentAddress();
  dispatchEvent(new Event(navigated));
}

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener(navigated, listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener(navigated, listener);
  };
}

/** The path of the page's address, as the browser writes it. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** The parameters of the page's address. */
export function useParameters(): URLSearchParams {
  const search = useSyncExternalStore(subscribe, () => location.search);
  return useMemo(() => new URLSearchParams(search), [search]);
}

/** Changes parameters of the page's address: an empty value or null removes one. Other parameters stay. */
export function setParameters(values: Record<string, string | null>, options: { replace?: boolean } = {}): void {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(values)) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  const search = parameters.toString();
  navigate(location.pathname + (search ? `?${search}` : "") + location.hash, options);
}

/** A parameter of the page's address as a piece of state: its value, and a function that changes it. */
export function useParameter(
  name: string,
  fallback = "",
): [string, (value: string, options?: { replace?: boolean }) => void] {
  const parameters = useParameters();
  const value = parameters.get(name) ?? fallback;
  const set = (next: string, options?: { replace?: boolean }) =>
    setParameters({ [name]: next === fallback ? null : next }, options);
  return [value, set];
}
