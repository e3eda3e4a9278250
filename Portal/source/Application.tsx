import { ComponentType, Suspense, useCallback, useEffect, useState } from "react";
import { Skeleton } from "./components/Skeleton.tsx";
import { PageBoundary } from "./shell/PageBoundary.tsx";
import { Shell } from "./shell/Shell.tsx";
import { navigate, usePath } from "./platform/location.ts";
import { useScrolling } from "./platform/scrolling.ts";
import { findRoute } from "./routes.tsx";
import { useSession } from "./session/session.ts";

/** Shows the page of the address, in the frame that all pages have. */
export function Application() {
  const path = usePath();
  const { user } = useSession();
  const [isSearching, setSearching] = useState(false);
  const openSearch = useCallback(() => setSearching(true), []);
  const CommandPalette = useCommandPalette();
  useSearchKeys(openSearch);
  useScrolling(path);
  const { route, parameters } = findRoute(path, user?.sysadmin_flag ?? false);
  const mustSignIn = Boolean(route.needsUser) && user === null;
  useEffect(() => {
    if (mustSignIn) {
      navigate(`/sign-in?back=${encodeURIComponent(path + location.search)}`, { replace: true, isDecided: true });
    }
  }, [mustSignIn, path]);
  if (mustSignIn) return null;
  const Page = route.page;
  const page = (
    <PageBoundary key={route.pattern + JSON.stringify(parameters)}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Page {...parameters} />
      </Suspense>
    </PageBoundary>
  );
  return (
    <>
      {route.isBare ? page : <Shell onSearch={openSearch}>{page}</Shell>}
      {isSearching && CommandPalette && <CommandPalette onClose={() => setSearching(false)} />}
    </>
  );
}

/** Fetches the palette behind the first page: it has to be there at once, or what is typed first would be lost. */
function useCommandPalette() {
  const [palette, setPalette] = useState<{ Component: ComponentType<{ onClose: () => void }> } | null>(null);
  useEffect(() => {
    import("./pages/search/CommandPalette.tsx").then(
      (module) => setPalette({ Component: module.default }),
      // After an upgrade the script may be gone; the next load of the page finds its successor.
      () => setPalette(null),
    );
  }, []);
  return palette?.Component;
}

/** Opens the search by ⌘K or Ctrl-K. */
function useSearchKeys(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      open();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [open]);
}
