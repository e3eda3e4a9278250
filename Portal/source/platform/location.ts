import { useMemo, useSyncExternalStore } from "react";

/** Says that the address of the page was changed by `navigate`. */
export const navigated = "haven:navigate";

/** Says whether the page may be left for an address. */
type LeaveQuestion = (address: string) => boolean;

/** Whom to ask before the page is left, and its path. */
let question: { ask: LeaveQuestion; path: string } | null = null;
/** The page's whole address while somebody is to be asked: the browser has another one already when it goes back. */
let guarded = "";

/** Has `ask` decide whether the page is left for another path, until the returned function is called. */
export function askBeforeLeaving(ask: LeaveQuestion): () => void {
  const own = { ask, path: location.pathname };
  question = own;
  guarded = currentAddress();
  return () => {
    if (question === own) question = null;
  };
}

/** Keeps Back and Forward from leaving a page that must not be left. */
function holdBack(event: Event): void {
  if (!question || location.pathname === question.path || question.ask(currentAddress())) {
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

/** Goes to an address of the portal. */
export function navigate(address: string, options: { replace?: boolean } = {}): void {
  const isLeaving = new URL(address, location.href).pathname !== location.pathname;
  if (isLeaving && question && !question.ask(address)) return;
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
