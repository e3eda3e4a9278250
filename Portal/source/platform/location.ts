import { useMemo, useSyncExternalStore } from "react";

/** Says that the address of the page was changed by `navigate`. */
export const navigated = "haven:navigate";

/** Goes to an address of the portal. */
export function navigate(address: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
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
